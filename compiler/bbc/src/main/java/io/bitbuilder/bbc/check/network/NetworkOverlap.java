package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.FreeRanges;
import io.bitbuilder.bbc.check.kit.Interval;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that no two subnets overlap each other, a link of a host or a reserved range of the platform. */
public final class NetworkOverlap implements Check {
    private static final int SHOWN = 3;

    @Override
    public void run(CheckScope scope) {
        List<Interval<Address4>> v4 = new ArrayList<>(platform(scope));
        List<Interval<Address6>> v6 = new ArrayList<>();
        scope.eachNetwork((tenant, network) -> {
            if (!scope.isStandIn(tenant, network.name(), ClaimField.SUBNET)) {
                v4.add(interval(network.subnet(), claimant(tenant, network, ClaimField.SUBNET)));
            }
            if (!scope.isStandIn(tenant, network.name(), ClaimField.SUBNET6)) {
                network.subnet6().ifPresent(s -> v6.add(interval(s, claimant(tenant, network, ClaimField.SUBNET6))));
            }
        });
        FreeRanges free = new FreeRanges(scope.platform(), v4);
        Interval.sweep(v4, scope)
                .forEach((yields, keep) -> scope.report(finding(yields, keep, ClaimField.SUBNET, free.like(yields))));
        Interval.sweep(v6, scope)
                .forEach((yields, keep) -> scope.report(finding(yields, keep, ClaimField.SUBNET6, Optional.empty())));
    }

    private static List<Interval<Address4>> platform(CheckScope scope) {
        List<Interval<Address4>> ranges = new ArrayList<>();
        for (Host host : scope.platform().hosts()) {
            if (CheckScope.isUndescribed(host)) {
                continue;
            }
            Subnet4 link = host.address().subnet();
            ranges.add(interval(
                    link,
                    Claimant.ofPlatform(
                            "the link of host " + host.name(), host.at().of("address"))));
        }
        for (Subnet4 range : scope.platform().reserved()) {
            ranges.add(interval(
                    range,
                    Claimant.ofPlatform("the platform", scope.platform().at().of("reserved", range))));
        }
        return ranges;
    }

    private static Interval<Address4> interval(Subnet4 subnet, Claimant claimant) {
        return new Interval<>(subnet.first(), subnet.last(), subnet.toString(), claimant);
    }

    private static Interval<Address6> interval(Subnet6 subnet, Claimant claimant) {
        return new Interval<>(subnet.network(), subnet.last(), subnet.toString(), claimant);
    }

    private static Claimant claimant(Tenant tenant, Network network, ClaimField field) {
        return Claimant.of(
                tenant, CheckScope.title(tenant, network), network.at().of(field.word()));
    }

    private static <T extends Comparable<? super T>> Finding finding(
            Interval<T> range, List<Interval<T>> keep, ClaimField field, Optional<Subnet4> free) {
        Claimant yields = range.claimant();
        Claimant first = keep.getFirst().claimant();
        Finding finding = Finding.of(
                        first.isPlatform() ? Code.SUBNET_RESERVED : Code.SUBNETS_OVERLAP,
                        yields.span(),
                        sentence(range, keep.getFirst()))
                .label(yields.title() + " claims this range");
        for (Interval<T> kept : keep.subList(0, Math.min(SHOWN, keep.size()))) {
            Claimant claimant = kept.claimant();
            finding = finding.also(claimant.span(), claimant.title() + " has " + kept.text());
        }
        return finding.why(
                        keep.size() > SHOWN
                                ? "a route can lead to one bridge only; " + (keep.size() - SHOWN)
                                        + " more networks overlap"
                                : "a route can lead to one bridge only")
                .fix("write `" + field.word() + " = auto` here"
                        + free.map(s -> ", or choose a free one: " + s).orElse(", or choose a free one"));
    }

    private static <T extends Comparable<? super T>> String sentence(Interval<T> wanted, Interval<T> kept) {
        Claimant yields = wanted.claimant();
        Claimant keeps = kept.claimant();
        boolean named = keeps.isPlatform() || keeps.owner().equals(yields.owner());
        String whose = named ? " of " + keeps.title() : " of another tenant";
        if (wanted.isSameAs(kept)) {
            return "subnet " + wanted.text() + " overlaps the same subnet" + whose;
        }
        return "subnet " + wanted.text() + " overlaps " + (wanted.isWithin(kept) ? "the larger " : "the smaller ")
                + kept.text() + whose;
    }
}
