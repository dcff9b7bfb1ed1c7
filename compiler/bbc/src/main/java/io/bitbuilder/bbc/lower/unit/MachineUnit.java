package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.ListReset;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.lower.guest.GuestCredential;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.systemd.catalogue.Feature;
import java.util.ArrayList;
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
        List<String> options = new ArrayList<>(List.of(
                "--quiet",
                "--keep-unit",
                "--register=yes",
                "--console=" + (HEADLESS.isIn(onHost.fleet().platform().systemd()) ? "headless" : "read-only"),
                "--notify-ready=yes",
                "--pass-ssh-key=no",
                "--machine=" + TenantUnitNames.machine(onHost.name(), machine.name())));
        options.add("--image=" + disk(onHost, machine));
        machine.root().size().ifPresent(size -> options.add("--grow-image=" + Word.of(size)));
        options.add("--cpus=" + Math.ceilDiv(machine.cpu().cores().millis(), MILLIS_PER_CORE));
        options.add("--ram=" + Word.of(machine.memory().limit()));
        options.add("--vsock-cid=" + machine.cid());
        if (TenantOnHost.isConnected(machine)) {
            options.add("--network-tap");
        }
        for (Volume volume : machine.volume()) {
            options.add("--extra-drive=" + HostPaths.volumeImage(onHost.name(), machine.name(), volume.name()));
        }
        ExtensionImage.of(onHost, machine).forEach(e -> options.add("--bind-ro=" + e.folder() + ":" + e.inside()));
        machine.services()
                .portable()
                .forEach(
                        p -> options.add("--bind-ro=" + HostPaths.portable(onHost.name(), p) + ":/run/portables/" + p));
        credentials.forEach(c -> options.add(c.option()));
        return new ExecLine("/usr/bin/systemd-vmspawn", options);
    }

    private static boolean isKept(Machine machine) {
        return machine.root().size().isPresent();
    }

    private static String disk(TenantOnHost onHost, Machine machine) {
        return HostPaths.disk(onHost.name(), machine.name(), isKept(machine));
    }
}
