package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import java.util.function.Consumer;

/** An attachment with the network that it is in. */
record Addressed(Tenant tenant, Workload workload, Attachment attachment, Network network) {
    /** Goes through all attachments whose grants are real. */
    static void each(Scope scope, Consumer<Addressed> use) {
        scope.eachWorkload((tenant, workload) -> {
            for (Attachment attachment : workload.attach()) {
                tenant.network(attachment.network())
                        .filter(n -> !scope.isStandIn(tenant, n.name(), ClaimField.SUBNET) && !scope.isStandIn(tenant, n.name(), ClaimField.SUBNET6))
                        .ifPresent(n -> use.accept(new Addressed(tenant, workload, attachment, n)));
            }
        });
    }

    /** How messages name it. */
    String title() {
        return "attachment " + attachment.name() + " of " + Scope.title(tenant, workload);
    }

    /** True when the grant of that field is a stand-in. */
    boolean isStandIn(Scope scope, ClaimField field) {
        return scope.isStandIn(tenant, workload.name(), new ClaimMember.Attachment(attachment.name()), field);
    }

    /** Who claims what the field says. */
    Holder holder(String field, String text) {
        return Holder.of(tenant, title(), text, attachment.at().span(field));
    }
}
