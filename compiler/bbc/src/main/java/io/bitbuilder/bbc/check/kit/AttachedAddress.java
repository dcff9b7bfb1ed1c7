package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import java.util.function.Consumer;

/** Attachment with its network. */
public record AttachedAddress(Tenant tenant, Workload workload, Attachment attachment, Network network) {
    /** Calls the consumer for all attachments to networks whose grants are not stand-ins. */
    public static void each(CheckScope scope, Consumer<AttachedAddress> use) {
        scope.eachWorkload((tenant, workload) -> {
            for (Attachment attachment : workload.attach()) {
                tenant.network(attachment.network())
                        .filter(n -> !scope.isStandIn(tenant, n.name(), ClaimField.SUBNET)
                                && !scope.isStandIn(tenant, n.name(), ClaimField.SUBNET6))
                        .ifPresent(n -> use.accept(new AttachedAddress(tenant, workload, attachment, n)));
            }
        });
    }

    /** Returns the name of the attachment for messages. */
    public String title() {
        return "attachment " + attachment.name() + " of " + CheckScope.title(tenant, workload);
    }

    /** Returns whether the grant of that field is a stand-in. */
    public boolean isStandIn(CheckScope scope, ClaimField field) {
        return scope.isStandIn(tenant, workload.name(), new ClaimMember.Attachment(attachment.name()), field);
    }

    /** Returns the holder of the value in that field. */
    public Claimant claimant(ClaimField field) {
        return Claimant.of(tenant, title(), attachment.at().of(field.word()));
    }
}
