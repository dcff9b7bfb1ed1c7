package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks that the interfaces inside a container have different names: a name that the kernel rejects becomes a hash.
 */
public final class GuestInterfaceNames implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> check(scope, tenant, container));
    }

    private static void check(CheckScope scope, Tenant tenant, Container container) {
        Map<String, Attachment> names = new HashMap<>();
        for (Attachment attachment : container.attach()) {
            String name = InterfaceNames.inside(attachment.name());
            Attachment other = names.putIfAbsent(name, attachment);
            if (other != null) {
                scope.report(Finding.of(
                                Code.DUPLICATE_INTERFACE_NAME,
                                attachment.at().block().span(),
                                "duplicate interface name " + name + " inside "
                                        + CheckScope.title(tenant, container) + ": attachments " + other.name()
                                        + " and " + attachment.name())
                        .also(other.at().block().span(), "attachment " + other.name())
                        .why("Linux limits interface names to 15 bytes, so a longer name is replaced by a hash")
                        .fix("rename one of the two"));
            }
        }
    }
}
