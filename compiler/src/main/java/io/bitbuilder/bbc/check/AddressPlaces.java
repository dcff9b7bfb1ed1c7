package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.value.Address4;
import io.bitbuilder.bbc.value.Address6;
import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.Subnet4;
import io.bitbuilder.bbc.value.Subnet6;

/** An address lies in its network, and is neither the network's own, the gateway's, the broadcast nor one of the DHCP range. */
final class AddressPlaces implements Check {
    @Override
    public void run(Scope scope) {
        Addressed.each(scope, a -> {
            if (!a.isStandIn(scope, ClaimField.IPV4) && a.network().subnet().prefix() <= NetworkSize.LONGEST4) {
                a.attachment().ipv4().address().ifPresent(address -> check4(scope, a, address));
            }
            if (!a.isStandIn(scope, ClaimField.IPV6)) {
                a.attachment().ipv6().address().ifPresent(address ->
                        a.network().subnet6().ifPresent(subnet -> check6(scope, a, address, subnet)));
            }
        });
    }

    private static void check4(Scope scope, Addressed a, Address4 address) {
        Network network = a.network();
        Subnet4 subnet = network.subnet();
        long position = Integer.toUnsignedLong(address.bits()) - Integer.toUnsignedLong(subnet.first().bits());
        IntRange dhcp = network.pool();
        if (!subnet.contains(address)) {
            outside(scope, a, "ipv4", address.toString(), subnet.toString(), "subnet");
        } else if (position == 0 || address.equals(subnet.last())) {
            taken(scope, a, "ipv4", address.toString(), position == 0 ? "the network's own" : "the broadcast");
        } else if (address.equals(network.gateway())) {
            taken(scope, a, "ipv4", address.toString(), "the gateway's");
        } else if (dhcp.contains(position)) {
            scope.report(Finding.of(Code.ADR005, a.attachment().at().span("ipv4"), a.title() + " has " + address + ", position " + position
                            + ", in the DHCP range " + dhcp + " of " + Scope.title(a.tenant(), network))
                    .also(
                            network.at().span("dhcp.range"),
                            network.dhcp().range().isPresent() ? "the DHCP range" : "by default the last quarter is the DHCP range")
                    .why("the DHCP server gives that range to guests that nobody declared")
                    .fix("choose an address outside " + subnet.at(dhcp.first()) + " to " + subnet.at(dhcp.last())
                            + ", or set `dhcp { range = … }`"));
        }
    }

    private static void check6(Scope scope, Addressed a, Address6 address, Subnet6 subnet) {
        boolean near = address.high() == subnet.network().high();
        long position = address.low() - subnet.network().low();
        if (!subnet.contains(address)) {
            outside(scope, a, "ipv6", address.toString(), subnet.toString(), "subnet6");
        } else if (near && (position == 0 || position == 1)) {
            taken(scope, a, "ipv6", address.toString(), position == 0 ? "the network's own" : "the gateway's");
        }
    }

    private static void outside(Scope scope, Addressed a, String field, String address, String subnet, String of) {
        scope.report(Finding.of(Code.ADR003, a.attachment().at().span(field), a.title() + " has " + address + ", which is not in " + subnet
                        + " of " + Scope.title(a.tenant(), a.network()))
                .also(a.network().at().span(of), "the network has " + subnet)
                .why("its gateway would not be on its link")
                .fix("write an address of " + subnet + ", or a position: `" + field + " = offset(10)`"));
    }

    private static void taken(Scope scope, Addressed a, String field, String address, String whose) {
        scope.report(Finding.of(Code.ADR004, a.attachment().at().span(field), a.title() + " has " + address + ", which is " + whose
                        + " address in " + Scope.title(a.tenant(), a.network()))
                .also(a.network().at().block().span(), "the network")
                .why("the first address names the network, the second is the gateway, the last IPv4 address reaches all")
                .fix("choose another address, or let it be given: `" + field + " = " + (field.equals("ipv4") ? "dhcp" : "static") + "`"));
    }
}
