package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.ListReset;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Platform;
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

    private static final Feature NVRAM_STATE = Feature.of("vmspawn-efi-nvram-state");

    private MachineUnit() {}

    public static Artefact of(
            TenantOnHost onHost, Machine machine, List<String> images, List<GuestCredential> credentials) {
        FieldDirectives fields = FieldDirectives.of(KIND, machine.at());
        Section.Builder service = WorkloadUnit.service(onHost, machine, fields);
        MonitorUser.add(onHost, machine, service);
        return fields.file(
                WorkloadUnit.path(onHost, machine),
                onHost.banner(),
                WorkloadUnit.unit(onHost, machine, images),
                service.set(
                                "Environment",
                                new UnitEnvironment(
                                        "BBC_IMAGE", onHost.image(machine).path()),
                                machine.at().of("image"))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_DISK", HostPaths.disk(onHost.name(), machine)),
                                machine.at().of("root.size"))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_KEEP", isKept(machine) ? "yes" : "no"),
                                machine.at().of("root.size"))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_SIZE", Long.toString(machine.rootBytes())),
                                machine.at().of("root.size"))
                        .set("ExecStartPre", ExecLine.of("/bin/sh", "/etc/bbc/host/disk.sh"))
                        .set("ExecStart", new ListReset())
                        .set("ExecStart", command(onHost, machine, credentials)));
    }

    private static ExecLine command(TenantOnHost onHost, Machine machine, List<GuestCredential> credentials) {
        Origins at = machine.at();
        Platform platform = onHost.fleet().platform();
        ExecLine.Builder line = ExecLine.begin("/usr/bin/systemd-vmspawn")
                .fixed("--quiet", "only the machine's own console output reaches the journal")
                .fixed("--keep-unit", "the machine runs in this service and under its limits, not in a new scope")
                .fixed("--register=yes", "systemd-machined knows the machine, so that machinectl lists it")
                .add(
                        "--console=" + (HEADLESS.isIn(platform.systemd()) ? "headless" : "read-only"),
                        platform.at().of("systemd"),
                        "headless if this systemd supports it, else read-only")
                .fixed("--notify-ready=yes", "the service counts as started once the guest reports that it is ready")
                .fixed("--pass-ssh-key=no", "the host gets no SSH key to the guest")
                .add(
                        "--machine=" + TenantUnitNames.machine(onHost.name(), machine.name()),
                        at.block(),
                        "the names of the tenant and of the machine")
                .add(
                        "--image=" + HostPaths.disk(onHost.name(), machine),
                        at.of("root.size"),
                        "the machine's own disk with a size, else a new copy of the image at each start");
        machine.root().size().ifPresent(size -> line.add("--grow-image=" + Word.of(size), at.of("root.size")));
        if (!isKept(machine)) {
            String how = "the state of its firmware is lost with its other writes";
            line.add("--tpm-state=off", at.of("root.size"), how);
            if (NVRAM_STATE.isIn(platform.systemd())) {
                line.add("--efi-nvram-state=off", at.of("root.size"), how);
            }
        }
        line.add(
                        "--cpus=" + Math.ceilDiv(machine.cpu().cores().millis(), MILLIS_PER_CORE),
                        at.of("cpu.cores"),
                        "the cores, rounded up to whole processors")
                .add("--ram=" + Word.of(machine.memory().limit()), at.of("memory.limit"))
                .add("--vsock-cid=" + machine.cid(), at.of("cid"));
        if (TenantOnHost.isConnected(machine)) {
            line.add(
                    "--network-tap",
                    machine.attach().getFirst().at().block(),
                    "a machine with an attachment gets a tap device");
        }
        for (Volume volume : machine.volume()) {
            String drive = HostPaths.drive(volume.data());
            line.add("--extra-drive=" + drive, volume.at().block(), "the disk image of the volume");
        }
        ExtensionImage.of(onHost, machine)
                .forEach(e -> line.add(
                        "--bind-ro=" + e.folder() + ":" + e.inside(),
                        e.origin(),
                        "the folder of extension " + e.name() + " and its place in the guest"));
        machine.services()
                .portable()
                .forEach(p -> line.add(
                        "--bind-ro=" + HostPaths.portable(onHost.name(), p) + ":/run/portables/" + p,
                        at.of("services.portable"),
                        "the image of portable service " + p + " and its place in the guest"));
        line.add(
                "--set-credential=system.hostname:" + machine.name(),
                at.block(),
                "the name of the machine is its host name");
        credentials.forEach(c -> line.add(c.option(), c.origin(), c.how()));
        return line.build();
    }

    private static boolean isKept(Machine machine) {
        return machine.root().size().isPresent();
    }
}
