package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.bind.TestFleet;
import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import java.util.Set;

/** Fleet of a test of checks; its platform makes a workload without a field valid. */
final class CheckFleet {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 8; memory = 16GiB; storage = 1TiB; uplink = "enp1s0"; address = 192.0.2.10/24 }
              image tree { source = directory("/images/tree") }
              image disk { source = raw("/images/disk.raw") }
              ceiling standard { capabilities = [CAP_NET_RAW]; syscalls = [@system-service] }
              ceiling trusted { capabilities = [CAP_NET_RAW, CAP_SYS_ADMIN]; host-network = true }
              defaults container { image = tree; place = node-a; memory { limit = 1GiB } }
              defaults machine { image = disk; place = node-a; memory { limit = 1GiB } }
            }
            """;

    private CheckFleet() {}

    /** Compiles the platform with other blocks of it and with tenants. */
    static Fleet of(String... blocks) {
        return TestFleet.of(PLATFORM + String.join("\n", blocks));
    }

    /** A second host of the platform. */
    static String nodeB(String address) {
        return "platform p { host node-b { cpu = 8; memory = 16GiB; storage = 1TiB; uplink = \"enp1s0\"; address = "
                + address + "/24 } }";
    }

    /** Returns the findings of the checks, but unused networks: a test has only the blocks that its rule is about. */
    static List<Finding> findings(Fleet fleet, ClaimPrecedence precedence, Set<ClaimPath> standIns) {
        Findings findings = new Findings();
        Checks.run(fleet, standIns, standIns, precedence, findings);
        return findings.sorted().stream()
                .filter(finding -> finding.code() != Code.UNUSED_NETWORK)
                .toList();
    }

    /** Returns the findings of the checks without a base revision. */
    static List<Finding> findings(Fleet fleet) {
        return findings(fleet, ClaimPrecedence.NONE, Set.of());
    }
}
