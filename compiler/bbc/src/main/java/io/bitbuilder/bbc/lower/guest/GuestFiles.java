package io.bitbuilder.bbc.lower.guest;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Extensions;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files passed to a guest as credentials: its networks, the volumes that a machine mounts and its environment, the
 * extensions that it merges, the services that it keeps running.
 */
public final class GuestFiles {
    private static final ArtefactKind GUEST_TARGET = ArtefactKind.of("guest-target");
    private static final ArtefactKind GUEST_UNIT = ArtefactKind.of("guest-unit");
    private static final ArtefactKind FSTAB = ArtefactKind.of("guest-fstab");
    private static final ArtefactKind TMPFILES = ArtefactKind.of("guest-tmpfiles");

    private static final String ENVIRONMENT = "bbc-environment.service";

    private static final String READ_ONLY = "nosuid,nodev,ro";

    /** The host makes the drive larger; only the guest grows the file system (systemd.mount(5)). */
    private static final String GROWING = "nosuid,nodev,x-systemd.growfs";

    private final TenantOnHost onHost;
    private final Workload workload;
    private final List<GuestCredential> credentials = new ArrayList<>();

    private GuestFiles(TenantOnHost onHost, Workload workload) {
        this.onHost = onHost;
        this.workload = workload;
    }

    /** Returns the credentials of a workload in the order of its command line. */
    public static List<GuestCredential> of(TenantOnHost onHost, Workload workload) {
        GuestFiles files = new GuestFiles(onHost, workload);
        files.networks();
        files.volumes();
        files.names();
        files.early();
        files.portables();
        files.services();
        return List.copyOf(files.credentials);
    }

    private String hostPath(String name) {
        return HostPaths.guest(onHost.name(), workload.name()) + "/" + name;
    }

    private String treePath(String name) {
        return onHost.etc(hostPath(name).substring("/etc/".length()));
    }

    private void add(String name, ArtefactKind kind, Origin origin, String how, Section.Builder... sections) {
        credentials.add(new GuestCredential(
                name, hostPath(name), SystemdFile.of(treePath(name), kind, onHost.banner(), sections), origin, how));
    }

    private void networks() {
        if (TenantOnHost.isConnected(workload)) {
            workload.attach().forEach(a -> {
                String name = "network.network.50-" + a.name();
                credentials.add(new GuestCredential(
                        name,
                        hostPath(name),
                        GuestNetwork.of(onHost, workload, a, treePath(name)),
                        a.at().block(),
                        "the network settings of the attachment, for systemd-networkd in the guest"));
            });
        }
    }

    private void volumes() {
        if (!(workload instanceof Machine) || workload.volume().isEmpty()) {
            return;
        }
        List<TableFile.Row> rows = workload.volume().stream()
                .map(v -> new TableFile.Row(
                        List.of(
                                Word.of("UUID=" + HostPaths.fileSystemId(v.data())),
                                Word.of(v.mount()),
                                Word.of("ext4"),
                                Word.of(v.readOnly() ? READ_ONLY : GROWING),
                                Word.of(0),
                                Word.of(2)),
                        v.at().block()))
                .toList();
        table(
                "fstab.extra",
                FSTAB,
                rows,
                workload.volume().getFirst().at().of("mount"),
                "mount points of all volumes of the machine, of which this is the first");
    }

    private void names() {
        if (workload instanceof Machine) {
            GuestHostsFile.of(onHost, workload).ifPresent(hosts -> {
                Origin consumed = GuestHostsFile.consumed(onHost.tenant(), workload)
                        .orElseThrow()
                        .at()
                        .of("on");
                credentials.add(new GuestCredential(
                        GuestHostsFile.CREDENTIAL,
                        GuestHostsFile.path(onHost, workload),
                        hosts,
                        consumed,
                        "the names of offers that the networks of the machine consume, as its /etc/hosts"));
                table(
                        "tmpfiles.extra",
                        TMPFILES,
                        List.of(GuestHostsFile.written(workload)),
                        consumed,
                        "the line by which systemd-tmpfiles in the guest writes its /etc/hosts");
            });
        }
    }

    private void table(String name, ArtefactKind kind, List<TableFile.Row> rows, Origin origin, String how) {
        credentials.add(new GuestCredential(
                name, hostPath(name), new TableFile(treePath(name), kind, onHost.banner(), rows), origin, how));
    }

    /** Units that must have run before the services of the guest. */
    private void early() {
        Extensions extensions = workload.extensions();
        Section.Builder unit = Section.named("Unit", workload.at().block());
        List<Origin> origins = new ArrayList<>();
        if (!extensions.sysext().isEmpty()) {
            origins.add(workload.at().of("extensions.sysext"));
            unit.set("Wants", Word.of("systemd-sysext.service"), origins.getLast());
        }
        if (!extensions.confext().isEmpty()) {
            origins.add(workload.at().of("extensions.confext"));
            unit.set("Wants", Word.of("systemd-confext.service"), origins.getLast());
        }
        if (workload instanceof Machine && !workload.env().isEmpty()) {
            origins.add(workload.at().of("env"));
            unit.set("Wants", Word.of(ENVIRONMENT), origins.getLast());
            environment(origins.getLast());
        }
        if (!origins.isEmpty()) {
            add(
                    "systemd.unit-dropin.sysinit.target",
                    GUEST_TARGET,
                    origins.getFirst(),
                    "the guest merges its extensions and sets its environment when it boots",
                    unit);
        }
    }

    /** The manager's environment, as every service inherits it: no boot loader of the image needs to take part. */
    private void environment(Origin origin) {
        String[] assignments = Stream.concat(
                        Stream.of("set-environment"),
                        new TreeMap<>(workload.env()).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()))
                .toArray(String[]::new);
        add(
                "systemd.extra-unit." + ENVIRONMENT,
                GUEST_UNIT,
                origin,
                "the unit by which the guest's systemd sets the variables for all later services",
                Section.named("Unit", origin)
                        .set("Description", new UnitText("Environment of the services"))
                        .set("DefaultDependencies", Word.of(false))
                        .set("Before", Word.of("sysinit.target")),
                Section.named("Service", origin)
                        .set("Type", Word.of("oneshot"))
                        .set("ExecStart", ExecLine.of("/usr/bin/systemctl", assignments)));
    }

    private void portables() {
        Origin origin = workload.at().of("services.portable");
        for (String portable : workload.services().portable()) {
            add(
                    "systemd.extra-unit." + portableUnit(portable),
                    GUEST_UNIT,
                    origin,
                    "the unit by which the guest attaches portable service " + portable,
                    Section.named("Unit", origin)
                            .set("Description", new UnitText("Portable service " + portable))
                            .set("After", Word.of("systemd-portabled.service")),
                    Section.named("Service", origin)
                            .set("Type", Word.of("oneshot"))
                            .set("RemainAfterExit", Word.of(true))
                            .set(
                                    "ExecStart",
                                    ExecLine.of("/usr/bin/portablectl", "attach", "--runtime", "--now", portable))
                            .set("ExecStop", ExecLine.of("/usr/bin/portablectl", "detach", "--now", portable)));
        }
    }

    private void services() {
        Origin systemd = workload.at().of("services.systemd");
        Origin portable = workload.at().of("services.portable");
        Section.Builder unit = Section.named("Unit", workload.at().block())
                .each(
                        "Upholds",
                        workload.services().systemd().stream()
                                .map(UnitText::new)
                                .toList(),
                        systemd)
                .each(
                        "Upholds",
                        workload.services().portable().stream()
                                .map(p -> Word.of(portableUnit(p)))
                                .toList(),
                        portable);
        if (!unit.build().entries().isEmpty()) {
            add(
                    "systemd.unit-dropin.multi-user.target",
                    GUEST_TARGET,
                    workload.services().systemd().isEmpty() ? portable : systemd,
                    "the services that the guest keeps running",
                    unit);
        }
    }

    /** The name is kept: unlike names of blocks, those of portable services may contain {@code _}. */
    private static String portableUnit(String portable) {
        return "bbc-portable-" + portable + ".service";
    }
}
