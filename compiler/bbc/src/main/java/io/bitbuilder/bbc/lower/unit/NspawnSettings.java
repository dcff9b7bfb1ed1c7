package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.BindMount;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.lower.guest.GuestHostsFile;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.systemd.catalogue.ContainerCalls;
import io.bitbuilder.systemd.catalogue.Syscalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Settings of a container (systemd.nspawn(5)). Its users are always a range of the host's user ids: bound folders and a
 * separate root are mapped into it ({@code idmap}); a shared root is mapped below its overlay already.
 */
public final class NspawnSettings {
    private static final ArtefactKind KIND = ArtefactKind.of("nspawn");

    private static final String MAPPED = "idmap";

    private NspawnSettings() {}

    public static Artefact of(TenantOnHost onHost, Container container) {
        String path = "systemd/nspawn/" + TenantUnitNames.machine(onHost.name(), container.name()) + ".nspawn";
        FieldDirectives fields = FieldDirectives.of(KIND, container.at());
        List<Section.Builder> sections = new ArrayList<>(
                List.of(exec(onHost, container, fields), files(onHost, container), network(onHost, container)));
        sections.addAll(RawDropIns.ofSettings(container.raw()));
        return fields.file(onHost.etc(path), onHost.banner(), sections.toArray(Section.Builder[]::new));
    }

    private static Section.Builder exec(TenantOnHost onHost, Container container, FieldDirectives fields) {
        Origins at = container.at();
        Container.Security security = container.security();
        Section.Builder exec = Section.named("Exec", at.block())
                .set("Hostname", Word.of(container.name()))
                .set("NotifyReady", Word.of(true))
                .set("MachineID", Word.of(HostPaths.machineId(container.data())))
                .set(
                        "PrivateUsers",
                        Word.of(container.uids().first() + ":"
                                + container.uids().size()),
                        at.of("uids"));
        fields.in(exec);
        if (security.noNewPrivileges()) {
            exec.set("NoNewPrivileges", Word.of(true), at.of("security.no-new-privileges"));
        }
        exec.each(
                "SystemCallFilter",
                words(security.syscalls().allow().stream(), g -> g),
                at.of("security.syscalls.allow"));
        exec.each(
                "SystemCallFilter",
                words(
                        denied(
                                security.syscalls().deny(),
                                onHost.fleet().platform().systemd()),
                        call -> "~" + call),
                at.of("security.syscalls.deny"));
        return exec;
    }

    /** Single calls: nspawn compares denied names with those of its own table and expands no group in them. */
    private static Stream<String> denied(Set<String> groups, int systemd) {
        return groups.stream()
                .flatMap(group -> ContainerCalls.denied(group).stream())
                .distinct()
                .filter(call -> Syscalls.isKnown(call, systemd));
    }

    private static List<Word> words(Stream<String> names, UnaryOperator<String> form) {
        return names.sorted(Comparator.naturalOrder()).map(form).map(Word::of).toList();
    }

    private static Section.Builder files(TenantOnHost onHost, Container container) {
        Origins at = container.at();
        Section.Builder files = Section.named("Files", at.block())
                .set(
                        "PrivateUsersOwnership",
                        Word.of(container.root().size().isPresent() ? "map" : "off"),
                        at.of("root.size"));
        if (container.security().readOnlyRoot()) {
            files.set("ReadOnly", Word.of(true), at.of("security.read-only-root"));
            // Services need a /var that they can write: an empty one, as systemd.volatile=state gives
            // (systemd-volatile-root(8)).
            files.set("TemporaryFileSystem", Word.of("/var:mode=0755"), at.of("security.read-only-root"));
        }
        container
                .volume()
                .forEach(v -> files.set(
                        v.readOnly() ? "BindReadOnly" : "Bind",
                        new BindMount(
                                HostPaths.volumeMount(onHost.name(), container.name(), v.name()), v.mount(), MAPPED),
                        v.at().of("mount")));
        ExtensionImage.of(onHost, container)
                .forEach(e -> files.set("BindReadOnly", new BindMount(e.folder(), e.inside(), MAPPED), e.origin()));
        container
                .services()
                .portable()
                .forEach(p -> files.set(
                        "BindReadOnly",
                        new BindMount(HostPaths.portable(onHost.name(), p), "/run/portables/" + p, MAPPED),
                        at.of("services.portable")));
        if (GuestHostsFile.hasHostsFile(onHost.tenant(), container)) {
            files.set("BindReadOnly", GuestHostsFile.binding(onHost, container));
        }
        return files;
    }

    private static Section.Builder network(TenantOnHost onHost, Container container) {
        boolean own = !TenantOnHost.isOnHostNetwork(container);
        Section.Builder network =
                Section.named("Network", container.at().of("network")).set("Private", Word.of(own));
        if (own) {
            container
                    .attach()
                    .forEach(a -> network.set(
                            "VirtualEthernetExtra",
                            Word.of(InterfaceNames.port(onHost.name(), container, a.name()) + ":" + a.name()),
                            a.at().block()));
        }
        return network;
    }
}
