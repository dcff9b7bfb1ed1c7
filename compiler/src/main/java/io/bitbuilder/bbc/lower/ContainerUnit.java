package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.UnitNames;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.systemd.Assignment;
import io.bitbuilder.bbc.systemd.ExecLine;
import io.bitbuilder.bbc.systemd.Form;
import io.bitbuilder.bbc.systemd.Reset;
import io.bitbuilder.bbc.systemd.Section;
import java.util.ArrayList;
import java.util.List;

/** The drop-in of a container's service: its slice, what it waits for, and the whole command line (systemd-nspawn(1)). */
final class ContainerUnit {
    private ContainerUnit() {}

    static Artefact of(Site site, Container container, List<String> images, List<Credential> credentials) {
        FieldDirectives fields = FieldDirectives.of(Form.CONTAINER, container.at());
        Section.Builder service = WorkloadUnit.service(site, container, fields);
        boolean shared = container.root().size().isEmpty();
        if (shared) {
            sharedRoot(site, container, service);
        }
        if (Hosts.isTold(site.tenant(), container)) {
            service.set("ExecStartPre", ExecLine.of("/bin/sh", "/etc/bbc/host/names.sh"));
        }
        if (shared) {
            service.set("ExecStartPre", ExecLine.of("/bin/sh", "/etc/bbc/host/root.sh", "mount"))
                    .set("ExecStopPost", ExecLine.of("/bin/sh", "/etc/bbc/host/root.sh", "umount"));
        }
        service.set("ExecStart", new Reset()).set("ExecStart", command(site, container, credentials));
        return fields.file(WorkloadUnit.path(site, container), site.banner(),
                WorkloadUnit.unit(site, container, images), service);
    }

    /** The image below, memory above: what the container writes vanishes with it. */
    private static void sharedRoot(Site site, Container container, Section.Builder service) {
        service.set("Environment", new Assignment("BBC_IMAGE", site.image(container).path()), container.at().of("image"))
                .set("Environment", new Assignment("BBC_ROOT", HostPaths.runtime(site.name(), container.name())))
                .set("Environment", new Assignment("BBC_UID", Long.toString(container.uids().first())), container.at().of("uids"));
    }

    private static ExecLine command(Site site, Container container, List<Credential> credentials) {
        String root = container.root().size().isPresent()
                ? HostPaths.rootMount(site.name(), container.name())
                : HostPaths.sharedRoot(site.name(), container.name());
        List<String> options = new ArrayList<>(List.of(
                "--quiet",
                "--keep-unit",
                "--boot",
                "--link-journal=no",
                "--settings=override",
                "--machine=" + UnitNames.machine(site.name(), container.name()),
                "--directory=" + root));
        credentials.forEach(c -> options.add(c.option()));
        return new ExecLine("/usr/bin/systemd-nspawn", options);
    }
}
