package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.ListReset;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.lower.guest.GuestCredential;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.systemd.catalogue.Feature;
import java.util.List;

/**
 * Drop-in of a machine's service: its slice, its dependencies, and the whole command line (systemd-vmspawn(1)). Without
 * a separate root it starts from a new copy of the image each time, and its writes are lost.
 */
public final class MachineUnit {
    private static final ArtefactKind KIND = ArtefactKind.of("machine");

    private static final int MILLIS_PER_CORE = 1000;

    private static final Feature HEADLESS = Feature.of("vmspawn-console-headless");

    private MachineUnit() {}

    public static Artefact of(
            TenantOnHost onHost, Machine machine, List<String> images, List<GuestCredential> credentials) {
        FieldDirectives fields = FieldDirectives.of(KIND, machine.at());
        return fields.file(
                WorkloadUnit.path(onHost, machine),
                onHost.banner(),
                WorkloadUnit.unit(onHost, machine, images),
                WorkloadUnit.service(onHost, machine, fields)
                        .set(
                                "Environment",
                                new UnitEnvironment(
                                        "BBC_IMAGE", onHost.image(machine).path()),
                                machine.at().of("image"))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_DISK", disk(onHost, machine)),
                                machine.at().of("root.size"))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_KEEP", isKept(machine) ? "yes" : "no"),
                                machine.at().of("root.size"))
                        .set("ExecStartPre", ExecLine.of("/bin/sh", "/etc/bbc/host/disk.sh"))
                        .set("ExecStart", new ListReset())
                        .set("ExecStart", command(onHost, machine, credentials)));
    }

    private static ExecLine command(TenantOnHost onHost, Machine machine, List<GuestCredential> credentials) {
        Origins at = machine.at();
        ExecLine.Builder line = ExecLine.begin("/usr/bin/systemd-vmspawn")
                .add(
                        "--quiet",
                        "--keep-unit",
                        "--register=yes",
                        "--console=" + (HEADLESS.isIn(onHost.fleet().platform().systemd()) ? "headless" : "read-only"),
                        "--notify-ready=yes",
                        "--pass-ssh-key=no",
                        "--machine=" + TenantUnitNames.machine(onHost.name(), machine.name()))
                .add("--image=" + disk(onHost, machine), at.of("root.size"));
        machine.root().size().ifPresent(size -> line.add("--grow-image=" + Word.of(size), at.of("root.size")));
        line.add("--cpus=" + Math.ceilDiv(machine.cpu().cores().millis(), MILLIS_PER_CORE), at.of("cpu.cores"))
                .add("--ram=" + Word.of(machine.memory().limit()), at.of("memory.limit"))
                .add("--vsock-cid=" + machine.cid(), at.of("cid"));
        if (TenantOnHost.isConnected(machine)) {
            line.add("--network-tap");
        }
        for (Volume volume : machine.volume()) {
            String image = HostPaths.volumeImage(onHost.name(), machine.name(), volume.name());
            line.add("--extra-drive=" + image, volume.at().block());
        }
        ExtensionImage.of(onHost, machine)
                .forEach(e -> line.add("--bind-ro=" + e.folder() + ":" + e.inside(), e.origin()));
        machine.services()
                .portable()
                .forEach(p -> line.add(
                        "--bind-ro=" + HostPaths.portable(onHost.name(), p) + ":/run/portables/" + p,
                        at.of("services.portable")));
        credentials.forEach(c -> line.add(c.option()));
        return line.build();
    }

    private static boolean isKept(Machine machine) {
        return machine.root().size().isPresent();
    }

    private static String disk(TenantOnHost onHost, Machine machine) {
        return HostPaths.disk(onHost.name(), machine.name(), isKept(machine));
    }
}
