package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import java.util.function.Consumer;

/** Attachment with its network. */
record Addressed(Tenant tenant, Workload workload, Attachment attachment, Network network) {
    /** Calls the consumer for all attachments to networks whose grants are not stand-ins. */
    static void each(Scope scope, Consumer<Addressed> use) {
        scope.eachWorkload((tenant, workload) -> {
            for (Attachment attachment : workload.attach()) {
                tenant.network(attachment.network())
                        .filter(n -> !scope.isStandIn(tenant, n.name(), ClaimField.SUBNET) && !scope.isStandIn(tenant, n.name(), ClaimField.SUBNET6))
                        .ifPresent(n -> use.accept(new Addressed(tenant, workload, attachment, n)));
            }
        });
    }

    /** Returns the name of the attachment for messages. */
    String title() {
        return "attachment " + attachment.name() + " of " + Scope.title(tenant, workload);
    }

    /** Returns whether the grant of that field is a stand-in. */
    boolean isStandIn(Scope scope, ClaimField field) {
        return scope.isStandIn(tenant, workload.name(), new ClaimMember.Attachment(attachment.name()), field);
    }

    /** Returns the holder of the value in that field. */
    Holder holder(ClaimField field, String text) {
        return Holder.of(tenant, title(), text, attachment.at().span(field.word()));
    }
}
