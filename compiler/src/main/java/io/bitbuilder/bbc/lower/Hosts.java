package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Passage;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.systemd.Binding;
import io.bitbuilder.bbc.systemd.TableFile;
import io.bitbuilder.bbc.systemd.TableFile.Row;
import io.bitbuilder.bbc.systemd.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of what a workload consumes, as its /etc/hosts (hosts(5)): what the host's resolver serves, all tenants of the host
 * could ask for. A container gets a file of the host as a read-only mount, a machine a credential that its systemd-tmpfiles puts
 * there. Whether there is such a file follows from the consumer alone, what it says from the offers: an offer that comes or goes
 * changes no unit of the consumer, and so restarts nothing.
 */
final class Hosts {
    /** Name of a machine's credential: systemd-tmpfiles-setup.service imports those that begin with {@code tmpfiles.}. */
    static final String CREDENTIAL = "tmpfiles.hosts";

    private static final String INSIDE = "/etc/hosts";

    private Hosts() {}

    /** True when the workload is attached to a network that consumes something. */
    static boolean isTold(Tenant tenant, Workload workload) {
        return Site.isConnected(workload) && tenant.consume().stream().anyMatch(c -> workload.hasAddressIn(c.on()));
    }

    /** Where the host finds the file. */
    static String path(Site site, Workload workload) {
        return HostPaths.offers(site.name(), workload.name());
    }

    /** The file: what every guest needs, and a line for each open passage. */
    static Optional<Artefact> of(Site site, Workload workload) {
        if (!isTold(site.tenant(), workload)) {
            return Optional.empty();
        }
        Origin origin = workload.at().block();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(Word.of("127.0.0.1"), Word.of("localhost")), origin));
        rows.add(new Row(List.of(Word.of("::1"), Word.of("localhost")), origin));
        site.taken().stream().filter(p -> workload.hasAddressIn(p.from().name())).forEach(p -> rows.add(line(p)));
        String path = site.etc(path(site, workload).substring("/etc/".length()));
        return Optional.of(new TableFile(path, TableFile.Table.HOSTS, site.banner(), rows));
    }

    private static Row line(Passage passage) {
        return new Row(List.of(Word.of(passage.address().orElseThrow()), Word.of(passage.consume().hostname())),
                passage.consume().at().of("as"));
    }

    /** What brings it into a container. Everybody may read it, so its owner need not be mapped. */
    static Binding binding(Site site, Container container) {
        return new Binding(HostPaths.liveOffers(site.name(), container.name()), INSIDE, "noidmap");
    }

    /** The line by which a machine's systemd-tmpfiles writes the credential to its place at each boot (tmpfiles.d(5)). */
    static Row written(Workload workload) {
        return new Row(List.of(Word.of("f+^"), Word.of(INSIDE), Word.of("0644"), Word.of("root"), Word.of("root"), Word.of("-"),
                Word.of(CREDENTIAL)), workload.at().block());
    }
}
