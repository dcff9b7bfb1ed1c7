package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Consent;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.SubnetSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that the platform consents to the subnet of a network and to its size: the host routes the whole range to the
 * tenant's bridge, for itself and for all tenants.
 */
public final class SubnetConsent implements Check {
    /**
     * Ranges of one tenant.
     *
     * @param pools ranges of the pools
     * @param taken ranges of the platform, which another rule reports
     * @param allowed ranges of the ceiling and the admission
     * @param admitted ranges of the admission, in which a subnet has any size
     */
    private record Ranges(
            CheckScope scope,
            Consent consent,
            SubnetSet pools,
            SubnetSet taken,
            SubnetSet allowed,
            SubnetSet admitted) {}

    @Override
    public void run(CheckScope scope) {
        Platform platform = scope.platform();
        SubnetSet pools = SubnetSet.of(platform.pools().stream()
                .flatMap(pool -> Stream.concat(pool.from().stream(), pool.from6().stream()))
                .toList());
        SubnetSet taken = SubnetSet.of(Stream.concat(
                        platform.reserved().stream(),
                        platform.hosts().stream().map(host -> host.address().subnet()))
                .toList());
        for (Tenant tenant : scope.fleet().tenants()) {
            Consent.of(scope, tenant).ifPresent(consent -> {
                SubnetSet allowed = SubnetSet.of(consent.allowed(Ceiling::subnets, Admit::subnets));
                SubnetSet admitted =
                        SubnetSet.of(consent.admit().map(Admit::subnets).orElse(Set.of()));
                Ranges ranges = new Ranges(scope, consent, pools, taken, allowed, admitted);
                tenant.networks().forEach(network -> check(ranges, network));
            });
        }
    }

    private static void check(Ranges ranges, Network network) {
        check(ranges, network, ClaimField.SUBNET, network.subnet());
        network.subnet6().ifPresent(subnet -> check(ranges, network, ClaimField.SUBNET6, subnet));
    }

    private static void check(Ranges ranges, Network network, ClaimField field, Subnet subnet) {
        CheckScope scope = ranges.scope;
        Consent consent = ranges.consent;
        boolean reported = scope.isPlaceholder(consent.tenant(), network.name(), field)
                || SpecialRanges.isSpecial(subnet)
                || ranges.taken.overlapping(subnet).isPresent();
        boolean granted = !network.at().fields().containsKey(field.word());
        if (reported || granted || ranges.admitted.covers(subnet)) {
            return;
        }
        String title = "subnet " + subnet + " of " + CheckScope.title(consent.tenant(), network);
        long shortest = consent.ceiling()
                .map(subnet instanceof Subnet4 ? Ceiling::prefix : Ceiling::prefix6)
                .orElse(0L);
        if (!ranges.pools.covers(subnet) && !ranges.allowed.covers(subnet)) {
            report(
                    ranges,
                    Finding.of(Code.SUBNET_NOT_ADMITTED, network.at().span(field.word()), title + " is not admitted")
                            .why("the host would route the range to this network, for all tenants and itself; "
                                    + consent.reason())
                            .fix("write `" + field.word() + " = auto`, or " + consent.request("subnets", subnet)));
        } else if (subnet.prefix() < shortest && !isSlot(scope.platform(), subnet)) {
            report(
                    ranges,
                    Finding.of(Code.SUBNET_TOO_LARGE, network.at().span(field.word()), title + " is too large")
                            .why(consent.reason() + "; its networks are a /" + shortest + " or smaller")
                            .fix("write a /" + shortest + " or a smaller range, or "
                                    + consent.request("subnets", subnet)));
        }
    }

    private static void report(Ranges ranges, Finding finding) {
        ranges.scope.report(ranges.consent.withCeiling(finding));
    }

    /** Returns whether the pool allocates subnets of that size: {@code auto} may have granted this one. */
    private static boolean isSlot(Platform platform, Subnet subnet) {
        String pool = subnet instanceof Subnet4 ? "subnets4" : "subnets6";
        return platform.pools().stream()
                .filter(p -> p.name().equals(pool))
                .map(Pool::prefix)
                .anyMatch(prefix -> prefix.filter(p -> p == subnet.prefix()).isPresent());
    }
}
