package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.UnitNames;
import io.bitbuilder.bbc.systemd.Section;
import io.bitbuilder.bbc.systemd.UnitText;
import io.bitbuilder.bbc.systemd.Word;
import java.util.List;

/** What the services of containers and machines have in common. */
final class WorkloadUnit {
    private static final String NETWORK = "bbc-network.service";

    private WorkloadUnit() {}

    /**
     * The [Unit] section: images and firewall must be there, and no workload runs without its firewall; the networks are
     * waited for, but their reload leaves workloads alone.
     */
    static Section.Builder unit(Site site, Workload workload, List<String> images) {
        String kind = workload instanceof Container ? "Container " : "Machine ";
        Section.Builder unit = Section.named("Unit", workload.at().block())
                .set("Description", new UnitText(kind + workload.name() + " of tenant " + site.name()))
                .set("PartOf", Word.of(UnitNames.target(site.name())));
        boolean connected = Site.isConnected(workload);
        Word firewall = Word.of(UnitNames.firewall(site.name()));
        if (connected) {
            unit.set("Requires", firewall);
        }
        images.forEach(i -> unit.set("Requires", Word.of(i)));
        if (connected) {
            unit.set("Wants", Word.of(NETWORK)).set("After", firewall).set("After", Word.of(NETWORK));
        }
        images.forEach(i -> unit.set("After", Word.of(i)));
        return unit;
    }

    /** Begins the [Service] section. */
    static Section.Builder service(Site site, Workload workload, FieldDirectives fields) {
        return fields.in(Section.named("Service", workload.at().block()).set("Slice", Word.of(UnitNames.slice(site.name()))));
    }

    /** Path of the drop-in in the tree. */
    static String path(Site site, Workload workload) {
        return site.etc("systemd/system/" + UnitNames.service(site.name(), workload) + ".d/50-bbc.conf");
    }
}
