package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.ClosedRanges;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Checks that no network and no address of a host is in a range that hosts do not route (RFC 6890). */
public final class SpecialRanges implements Check {
    private record Range4(Subnet4 range, String meaning) {}

    private record Range6(Subnet6 range, String meaning) {}

    private static final List<Range4> SPECIAL4 = List.of(
            new Range4(v4(0, 8), "this network"),
            new Range4(v4(127, 8), "loopback"),
            new Range4(new Subnet4(new Address4(169 << 24 | 254 << 16), 16), "link-local"),
            new Range4(v4(224, 4), "multicast"),
            new Range4(v4(240, 4), "reserved"));

    private static final List<Range6> SPECIAL6 = List.of(
            new Range6(v6(0, 8), "reserved, loopback and mapped IPv4"),
            new Range6(v6(0x0064ff9bL << 32, 32), "translation to IPv4"),
            new Range6(v6(0x20010000L << 32, 32), "Teredo"),
            new Range6(v6(0x2002L << 48, 16), "6to4"),
            new Range6(v6(0xfe80L << 48, 10), "link-local"),
            new Range6(ClosedRanges.METADATA6, "metadata service"),
            new Range6(v6(0xff00L << 48, 8), "multicast"));

    private static Subnet4 v4(int octet, int prefix) {
        return new Subnet4(new Address4(octet << 24), prefix);
    }

    private static Subnet6 v6(long high, int prefix) {
        return new Subnet6(new Address6(high, 0), prefix);
    }

    @Override
    public void run(CheckScope scope) {
        scope.platform()
                .hosts()
                .forEach(host -> special(Subnet4.around(host.address().address(), 32))
                        .ifPresent(s -> scope.report(Finding.of(
                                        Code.SPECIAL_PURPOSE_SUBNET,
                                        host.at().span("address"),
                                        "address " + host.address() + " of host " + host.name() + " is in " + s.range
                                                + " (" + s.meaning + ")")
                                .why("tenants' ports are published on this address, and no router leads to that range")
                                .fix("write the address that the uplink " + host.uplink() + " has"))));
        scope.eachNetwork((tenant, network) -> {
            String title = CheckScope.title(tenant, network);
            Subnet4 subnet = network.subnet();
            if (!scope.isPlaceholder(tenant, network.name(), ClaimField.SUBNET)) {
                special(subnet)
                        .ifPresent(s -> report(
                                scope,
                                "subnet " + subnet + " of " + title,
                                s.range + " (" + s.meaning + ")",
                                network.at().span("subnet"),
                                subnet.prefix() < s.range.prefix()));
            }
            if (!scope.isPlaceholder(tenant, network.name(), ClaimField.SUBNET6)) {
                network.subnet6()
                        .ifPresent(own -> special(own)
                                .ifPresent(s -> report(
                                        scope,
                                        "subnet " + own + " of " + title,
                                        s.range + " (" + s.meaning + ")",
                                        network.at().span("subnet6"),
                                        own.prefix() < s.range.prefix())));
            }
        });
    }

    /** Returns whether the subnet overlaps such a range. */
    static boolean isSpecial(Subnet subnet) {
        return switch (subnet) {
            case Subnet4 four -> special(four).isPresent();
            case Subnet6 six -> special(six).isPresent();
        };
    }

    private static Optional<Range4> special(Subnet4 subnet) {
        return SPECIAL4.stream().filter(s -> s.range.overlaps(subnet)).findFirst();
    }

    private static Optional<Range6> special(Subnet6 subnet) {
        return SPECIAL6.stream().filter(s -> s.range.overlaps(subnet)).findFirst();
    }

    private static void report(CheckScope scope, String what, String range, Span span, boolean larger) {
        scope.report(Finding.of(Code.SPECIAL_PURPOSE_SUBNET, span, what + " overlaps " + range)
                .why("that range has a fixed meaning on every host and is not routed")
                .fix("write `auto`, or a " + (larger ? "smaller " : "") + "private range in 10.0.0.0/8 or fd00::/8"));
    }
}
