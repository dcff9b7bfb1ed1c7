package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that an attachment has an address, and only of families that its network has. */
public final class AttachmentFamilies implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> workload.attach().forEach(a -> check(scope, tenant, workload, a)));
    }

    private static void check(CheckScope scope, Tenant tenant, Workload workload, Attachment attachment) {
        boolean wants4 = attachment.ipv4().assignment() != Attachment.Assignment.DISABLED;
        boolean wants6 = attachment.ipv6().assignment() != Attachment.Assignment.DISABLED;
        String title = "attachment " + attachment.name() + " of " + CheckScope.title(tenant, workload);
        if (!wants4 && !wants6) {
            scope.report(
                    Finding.of(Code.MISSING_ATTACHMENT_ADDRESS, attachment.at().span("ipv4"), title + " has no address")
                            .why("without an address it connects to nothing")
                            .fix("write `ipv4 = dhcp`, or remove the attachment"));
        }
        tenant.network(attachment.network())
                .filter(n -> wants6 && !n.ipv6())
                .ifPresent(network -> scope.report(Finding.of(
                                Code.IPV6_NOT_ENABLED,
                                attachment.at().span("ipv6"),
                                title + " has an IPv6 address, but IPv6 is not enabled on "
                                        + CheckScope.title(tenant, network))
                        .also(network.at().span("ipv6"), "`ipv6` is false here")
                        .why("the address is a position in the network's IPv6 range")
                        .fix("write `ipv6 = true` in the network, or `ipv6 = disabled` here")));
    }
}
