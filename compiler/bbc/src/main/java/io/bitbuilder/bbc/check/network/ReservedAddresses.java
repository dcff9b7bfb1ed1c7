package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.AttachedAddress;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;

/** Checks that an address is in its network and is not reserved there: network, gateway, broadcast. */
public final class ReservedAddresses implements Check {
    @Override
    public void run(CheckScope scope) {
        AttachedAddress.each(scope, a -> {
            if (!a.isStandIn(scope, ClaimField.IPV4) && a.network().subnet().prefix() <= NetworkSize.LONGEST4) {
                a.attachment().ipv4().address().ifPresent(address -> check4(scope, a, address));
            }
            if (!a.isStandIn(scope, ClaimField.IPV6)) {
                a.attachment()
                        .ipv6()
                        .address()
                        .ifPresent(address ->
                                a.network().subnet6().ifPresent(subnet -> check6(scope, a, address, subnet)));
            }
        });
    }

    private static void check4(CheckScope scope, AttachedAddress a, Address4 address) {
        Network network = a.network();
        Subnet4 subnet = network.subnet();
        long position = Integer.toUnsignedLong(address.bits())
                - Integer.toUnsignedLong(subnet.first().bits());
        if (!subnet.contains(address)) {
            outside(scope, a, ClaimField.IPV4, address.toString(), subnet.toString(), ClaimField.SUBNET);
        } else if (position == 0 || address.equals(subnet.last())) {
            reserved(
                    scope,
                    a,
                    ClaimField.IPV4,
                    address.toString(),
                    position == 0 ? "the network address" : "the broadcast address");
        } else if (address.equals(network.gateway())) {
            reserved(scope, a, ClaimField.IPV4, address.toString(), "the gateway address");
        }
    }

    private static void check6(CheckScope scope, AttachedAddress a, Address6 address, Subnet6 subnet) {
        boolean near = address.high() == subnet.network().high();
        long position = address.low() - subnet.network().low();
        if (!subnet.contains(address)) {
            outside(scope, a, ClaimField.IPV6, address.toString(), subnet.toString(), ClaimField.SUBNET6);
        } else if (near && (position == 0 || position == 1)) {
            reserved(
                    scope,
                    a,
                    ClaimField.IPV6,
                    address.toString(),
                    position == 0 ? "the network address" : "the gateway address");
        }
    }

    private static void outside(
            CheckScope scope, AttachedAddress a, ClaimField field, String address, String subnet, ClaimField of) {
        scope.report(Finding.of(
                        Code.ADDRESS_OUTSIDE_NETWORK,
                        a.attachment().at().span(field.word()),
                        a.title() + " has address " + address + ", which is outside " + subnet + " of "
                                + CheckScope.title(a.tenant(), a.network()))
                .also(a.network().at().span(of.word()), "the network has " + subnet)
                .why("it could not reach its gateway on its link")
                .fix("write an address in " + subnet + ", or a position: `" + field.word() + " = offset(10)`"));
    }

    private static void reserved(CheckScope scope, AttachedAddress a, ClaimField field, String address, String use) {
        scope.report(Finding.of(
                        Code.RESERVED_ADDRESS,
                        a.attachment().at().span(field.word()),
                        a.title() + " has address " + address + ", which is reserved: " + use + " of "
                                + CheckScope.title(a.tenant(), a.network()))
                .also(a.network().at().block().span(), "the network")
                .why("the first address names the network, the second is the gateway, the last IPv4 "
                        + "address is the broadcast")
                .fix("choose another address, or let bbc allocate one: `" + field.word() + " = "
                        + (field == ClaimField.IPV4 ? "dhcp" : "static") + "`"));
    }
}
