package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks that no two workloads of a host publish the same port. */
public final class DuplicatePorts implements Check {
    /** Port on a host. */
    private record Port(String host, Proto proto, int number) implements Comparable<Port> {
        private static final Comparator<Port> ORDER =
                Comparator.comparing(Port::host).thenComparing(Port::proto).thenComparingInt(Port::number);

        @Override
        public int compareTo(Port other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return proto.name().toLowerCase(Locale.ROOT) + " " + number;
        }
    }

    @Override
    public void run(CheckScope scope) {
        UniqueClaims<Port> once = new UniqueClaims<>();
        Map<Claimant, Integer> guests = new HashMap<>();
        scope.eachWorkload((tenant, workload) -> {
            if (!scope.isStandIn(tenant, workload.name(), ClaimField.PLACE)) {
                workload.publish().forEach(publish -> claim(scope, once, guests, tenant, workload, publish));
            }
        });
        once.report(
                scope,
                Code.DUPLICATE_HOST_PORT,
                (port, claimant) -> "duplicate published port " + port + " on host " + port.host,
                "the host forwards a port to one workload",
                (port, claimant) -> "publish another port, or let bbc allocate one: `publish "
                        + port.proto.name().toLowerCase(Locale.ROOT) + " auto -> " + guests.get(claimant) + "`");
    }

    private static void claim(
            CheckScope scope,
            UniqueClaims<Port> once,
            Map<Claimant, Integer> guests,
            Tenant tenant,
            Workload workload,
            Publish publish) {
        Port port = new Port(workload.place(), publish.proto(), publish.host());
        ClaimMember member = new ClaimMember.Publish(publish.proto(), Optional.empty(), publish.guest());
        if (!scope.isStandIn(tenant, workload.name(), member, ClaimField.HOST)) {
            Claimant claimant = Claimant.of(
                    tenant,
                    CheckScope.title(tenant, workload),
                    workload.at().block().at(publish.at().block().span()));
            guests.put(claimant, publish.guest());
            once.claim(port, claimant);
        }
    }
}
