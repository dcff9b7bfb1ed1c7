package io.bitbuilder.bbc.lower.guest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.BindMount;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.TableFile.Row;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names of the services that a workload consumes, as its /etc/hosts (hosts(5)): all tenants of the host could query
 * names that the host's resolver serves. A container gets a file of the host as a read-only mount, a machine a
 * credential that its systemd-tmpfiles writes. The consumer alone decides whether the file exists, the offers decide
 * its content: adding or removing an offer changes no unit of the consumer, and so restarts nothing.
 */
public final class GuestHostsFile {
    private static final ArtefactKind KIND = ArtefactKind.of("names");

    /**
     * Name of a machine's credential: systemd-tmpfiles-setup.service imports those that begin with {@code tmpfiles.}.
     */
    static final String CREDENTIAL = "tmpfiles.hosts";

    private static final String INSIDE = "/etc/hosts";

    private GuestHostsFile() {}

    /** Returns whether the workload is attached to a network that consumes an offer. */
    public static boolean hasHostsFile(Tenant tenant, Workload workload) {
        return consumed(tenant, workload).isPresent();
    }

    /** Returns the first offer that a network of the workload consumes. */
    static Optional<Consume> consumed(Tenant tenant, Workload workload) {
        return TenantOnHost.isConnected(workload)
                ? tenant.consume().stream()
                        .filter(c -> workload.hasAddressIn(c.on()))
                        .findFirst()
                : Optional.empty();
    }

    /** Returns the path of the file on the host. */
    static String path(TenantOnHost onHost, Workload workload) {
        return HostPaths.offers(onHost.name(), workload.name());
    }

    /** Returns the file: the names that every guest needs, and a line for each open connection. */
    public static Optional<Artefact> of(TenantOnHost onHost, Workload workload) {
        if (!hasHostsFile(onHost.tenant(), workload)) {
            return Optional.empty();
        }
        Origin origin = workload.at().block();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(Word.of("127.0.0.1"), Word.of("localhost")), origin));
        rows.add(new Row(List.of(Word.of("::1"), Word.of("localhost")), origin));
        onHost.outgoingConnections().stream()
                .filter(p -> workload.hasAddressIn(p.from().name()))
                .forEach(p -> rows.add(line(p)));
        String path = onHost.etc(path(onHost, workload).substring("/etc/".length()));
        return Optional.of(new TableFile(path, KIND, onHost.banner(), rows));
    }

    private static Row line(TenantConnection connection) {
        return new Row(
                List.of(
                        Word.of(connection.address().orElseThrow()),
                        Word.of(connection.consume().hostname())),
                connection.consume().at().of("as"));
    }

    /** Returns the bind mount into a container. The file is world-readable, so its owner need not be mapped. */
    public static BindMount binding(TenantOnHost onHost, Container container) {
        return new BindMount(HostPaths.liveOffers(onHost.name(), container.name()), INSIDE, "noidmap");
    }

    /** Returns the line by which a machine's systemd-tmpfiles writes the credential at each boot (tmpfiles.d(5)). */
    static Row written(Workload workload) {
        return new Row(
                List.of(
                        Word.of("f+^"),
                        Word.of(INSIDE),
                        Word.of("0644"),
                        Word.of("root"),
                        Word.of("root"),
                        Word.of("-"),
                        Word.of(CREDENTIAL)),
                workload.at().block());
    }
}
