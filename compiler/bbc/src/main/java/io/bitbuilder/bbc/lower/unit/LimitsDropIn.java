package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.CpuShare;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.MemoryLimits;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/** Limits of one workload: a separate drop-in, since systemd applies a change of it without a restart. */
public final class LimitsDropIn {
    private static final ArtefactKind KIND = ArtefactKind.of("limits");

    private static final long MAX_WEIGHT = 10_000;
    private static final long DEFAULT_WEIGHT = 100;
    private static final long DEFAULT_SHARES = 1024;
    private static final long MONITOR_BYTES = 256L << 20;
    private static final int MONITOR_PART = 32;

    private LimitsDropIn() {}

    public static Artefact of(TenantOnHost onHost, Workload workload) {
        Origins at = workload.at();
        FieldDirectives fields = FieldDirectives.of(KIND, at);
        Section.Builder service = Section.named("Service", at.block());
        service.set(
                "CPUWeight",
                weight(workload.cpu()).map(Word::of),
                at.of(workload.cpu().weight().isPresent() ? "cpu.weight" : "cpu.shares"));
        fields.in(service, "cpu.");
        fields.in(service, "io.");
        service.set("IOReadBandwidthMax", workload.io().read().map(LimitsDropIn::onTenants), at.of("io.read"));
        service.set("IOWriteBandwidthMax", workload.io().write().map(LimitsDropIn::onTenants), at.of("io.write"));
        if (workload instanceof Machine machine) {
            MemoryLimits memory = machine.memory();
            service.set("MemoryHigh", memory.high().map(high -> withMonitor(memory, high)), at.of("memory.high"));
            service.set("MemoryMax", withMonitor(memory, memory.limit()), at.of("memory.limit"));
        }
        String folder = "systemd/system/" + TenantUnitNames.service(onHost.name(), workload) + ".d/";
        return fields.file(onHost.etc(folder + "55-limits.conf"), onHost.banner(), service);
    }

    /**
     * Returns the weight, or the shares of the old scale as the kernel converts them: 1024 is 100, rounded to the
     * nearest, 1 to 10000 (sched_weight_to_cgroup in the kernel's scheduler).
     */
    public static Optional<Long> weight(CpuShare cpu) {
        return cpu.weight()
                .or(() -> cpu.shares()
                        .map(s -> Math.clamp(
                                (s * DEFAULT_WEIGHT + DEFAULT_SHARES / 2) / DEFAULT_SHARES, 1L, MAX_WEIGHT)));
    }

    /**
     * Returns the memory of a machine's monitor beyond that of its guest: 256 MiB, and a 32nd of the guest's for its
     * tables.
     */
    static long monitorBytes(Size guest) {
        return MONITOR_BYTES + guest.bytes() / MONITOR_PART;
    }

    /**
     * Returns a bandwidth on the device of the tenants' images, without unit: those of bandwidths are powers of 1000
     * (systemd.resource-control(5)).
     */
    private static UnitText onTenants(Size bytes) {
        return new UnitText(HostPaths.TENANTS + " " + bytes.bytes());
    }

    private static Word withMonitor(MemoryLimits memory, Size size) {
        return Word.of(new Size(Math.addExact(size.bytes(), monitorBytes(memory.limit()))));
    }
}
