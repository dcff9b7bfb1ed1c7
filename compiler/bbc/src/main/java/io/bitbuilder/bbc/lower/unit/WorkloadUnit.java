package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.List;

/** Common parts of the services of containers and machines. */
final class WorkloadUnit {
    private static final String NETWORK = "bbc-network.service";

    /** Delay of the first restart, and after that many steps of each later one: Upholds= alone would not wait. */
    private static final String RESTART_FIRST = "1s";

    private static final String RESTART_LATER = "5min";
    private static final int RESTART_STEPS = 8;

    /** Lines of its console that a guest may write to the host's journal; journald allows more if its disk is empty. */
    private static final int CONSOLE_LINES = 1000;

    private static final String CONSOLE_INTERVAL = "30s";

    private WorkloadUnit() {}

    /**
     * Returns the [Unit] section. The service requires its images and its firewall, so that no workload runs without a
     * firewall; it only waits for the networks, so that reloading them does not stop workloads.
     */
    static Section.Builder unit(TenantOnHost onHost, Workload workload, List<String> images) {
        String kind = workload instanceof Container ? "Container " : "Machine ";
        Section.Builder unit = Section.named("Unit", workload.at().block())
                .set("Description", new UnitText(kind + workload.name() + " of tenant " + onHost.name()))
                .set("PartOf", Word.of(TenantUnitNames.target(onHost.name())))
                .set(
                        "OnFailure",
                        Word.of("bbc-status@" + TenantUnitNames.machine(onHost.name(), workload.name()) + ".service"))
                // The delays of the service alone decide when it is started again.
                .set("StartLimitIntervalSec", Word.of(0));
        boolean connected = TenantOnHost.isConnected(workload);
        Word firewall = Word.of(TenantUnitNames.firewall(onHost.name()));
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

    /** Returns the beginning of the [Service] section. */
    static Section.Builder service(TenantOnHost onHost, Workload workload, FieldDirectives fields) {
        return fields.in(Section.named("Service", workload.at().block())
                .set("Slice", Word.of(TenantUnitNames.slice(onHost.name())))
                .set("Restart", Word.of("always"))
                .set("RestartSec", Word.of(RESTART_FIRST))
                .set("RestartSteps", Word.of(RESTART_STEPS))
                .set("RestartMaxDelaySec", Word.of(RESTART_LATER))
                .set("LogRateLimitIntervalSec", Word.of(CONSOLE_INTERVAL))
                .set("LogRateLimitBurst", Word.of(CONSOLE_LINES)));
    }

    /** Returns the path of the drop-in in the tree. */
    static String path(TenantOnHost onHost, Workload workload) {
        return onHost.etc("systemd/system/" + TenantUnitNames.service(onHost.name(), workload) + ".d/50-bbc.conf");
    }
}
