package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.PlainName;
import java.util.Optional;
import java.util.Set;

/** Checks that the name of each attachment of a container is a name that its interface can have. */
public final class GuestInterfaceNames implements Check {
    /** Loopback device of each network namespace, and the folders of sysctl.d for all and new interfaces. */
    private static final Set<String> TAKEN = Set.of("lo", "all", "default");

    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> container
                .attach()
                .forEach(attachment -> problem(attachment.name())
                        .ifPresent(why -> report(scope, tenant, container, attachment, why))));
    }

    private static Optional<String> problem(String name) {
        if (name.length() > PlainName.MAX_INTERFACE_BYTES) {
            return Optional.of("it has " + name.length() + " bytes");
        }
        return TAKEN.contains(name) ? Optional.of("Linux uses that name itself") : Optional.empty();
    }

    private static void report(
            CheckScope scope, Tenant tenant, Container container, Attachment attachment, String why) {
        scope.report(Finding.of(
                        Code.INVALID_NAME,
                        attachment.at().block().span(),
                        "invalid name `" + attachment.name() + "` for an attachment of "
                                + CheckScope.title(tenant, container) + ": " + why)
                .why("it is the name of the interface in the container, and Linux limits those to "
                        + PlainName.MAX_INTERFACE_BYTES + " bytes")
                .fix("write a shorter name and the network, like `attach net0 { network = " + attachment.network()
                        + " }`"));
    }
}
