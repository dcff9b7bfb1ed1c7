package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.ListReset;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.lower.guest.GuestCredential;
import io.bitbuilder.bbc.lower.guest.GuestHostsFile;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drop-in of a container's service: its slice, its dependencies, and the whole command line (systemd-nspawn(1)). */
public final class ContainerUnit {
    private static final ArtefactKind KIND = ArtefactKind.of("container");

    private ContainerUnit() {}

    public static Artefact of(
            TenantOnHost onHost, Container container, List<String> images, List<GuestCredential> credentials) {
        FieldDirectives fields = FieldDirectives.of(KIND, container.at());
        Section.Builder service = WorkloadUnit.service(onHost, container, fields);
        boolean shared = container.root().size().isEmpty();
        if (shared) {
            sharedRoot(onHost, container, service);
        }
        if (GuestHostsFile.hasHostsFile(onHost.tenant(), container)) {
            service.set("ExecStartPre", ExecLine.of("/bin/sh", "/etc/bbc/host/names.sh"));
        }
        // systemd's own looks for an image of the machine's name, so every stop would end as a failure.
        service.set("ExecStopPost", new ListReset());
        if (shared) {
            service.set("ExecStartPre", ExecLine.of("/bin/sh", "/etc/bbc/host/root.sh", "mount"))
                    .set("ExecStopPost", ExecLine.of("/bin/sh", "/etc/bbc/host/root.sh", "umount"));
        }
        service.set("ExecStart", new ListReset()).set("ExecStart", command(onHost, container, credentials));
        return fields.file(
                WorkloadUnit.path(onHost, container),
                onHost.banner(),
                WorkloadUnit.unit(onHost, container, images),
                service);
    }

    /** Adds the overlay of the image and a tmpfs: writes of the container are lost when it stops. */
    private static void sharedRoot(TenantOnHost onHost, Container container, Section.Builder service) {
        service.set(
                        "Environment",
                        new UnitEnvironment("BBC_IMAGE", onHost.image(container).path()),
                        container.at().of("image"))
                .set("Environment", new UnitEnvironment("BBC_ROOT", HostPaths.runtime(onHost.name(), container.name())))
                .set(
                        "Environment",
                        new UnitEnvironment(
                                "BBC_UID", Long.toString(container.uids().first())),
                        container.at().of("uids"));
    }

    private static ExecLine command(TenantOnHost onHost, Container container, List<GuestCredential> credentials) {
        String root = container.root().size().isPresent()
                ? HostPaths.rootMount(onHost.name(), container.name())
                : HostPaths.sharedRoot(onHost.name(), container.name());
        ExecLine.Builder line = ExecLine.begin("/usr/bin/systemd-nspawn")
                .fixed("--quiet", "only the container's own console output reaches the journal")
                .fixed("--keep-unit", "the container runs in this service and under its limits, not in a new scope")
                .fixed("--boot", "the container starts the init system of its image")
                .fixed("--link-journal=no", "the container's journal is not linked into the host's")
                .fixed("--settings=override", "settings of the .nspawn file take precedence over these arguments")
                .add(
                        "--machine=" + TenantUnitNames.machine(onHost.name(), container.name()),
                        container.at().block(),
                        "the names of the tenant and of the container")
                .add(
                        "--directory=" + root,
                        container.at().of("root.size"),
                        "the container's own root with a size, else the shared image below a temporary overlay");
        label(line, "--selinux-context=", container.security().selinuxContext(), container, "selinux-context");
        label(
                line,
                "--selinux-apifs-context=",
                container.security().selinuxApifsContext(),
                container,
                "selinux-apifs-context");
        credentials.forEach(c -> line.add(c.option(), c.origin(), c.how()));
        container.env().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> line.add(
                        "systemd.setenv=" + e.getKey() + "=" + e.getValue(),
                        container.at().of("env"),
                        "an argument of the guest's systemd, which sets the variable for all of its services"));
        return line.build();
    }

    /** Options, because SELinuxContext= of the service would label systemd-nspawn (systemd-nspawn(1)). */
    private static void label(
            ExecLine.Builder line, String option, Optional<String> label, Container container, String field) {
        label.ifPresent(l -> line.add(option + l, container.at().of("security." + field)));
    }
}
