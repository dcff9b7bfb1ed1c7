package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks that names of consumed offers are unique in a tenant, and that every workload on their networks can resolve
 * them.
 */
public final class OfferNames implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            checkUnique(scope, tenant);
            for (Container container : tenant.containers()) {
                if (container.security().readOnlyRoot()
                        && container.root().size().isPresent()) {
                    tenant.consume().stream()
                            .filter(c -> container.isAttachedTo(c.on()))
                            .findFirst()
                            .ifPresent(c -> unresolvable(scope, tenant, container, c));
                }
            }
        }
    }

    private static void checkUnique(CheckScope scope, Tenant tenant) {
        Map<String, Consume> names = new TreeMap<>();
        List<Consume> written = tenant.consume().stream()
                .sorted(Comparator.comparing(c -> c.at().block().span()))
                .toList();
        for (Consume consume : written) {
            Consume first = names.putIfAbsent(consume.hostname(), consume);
            if (first != null) {
                scope.report(Finding.of(
                                Code.DUPLICATE_OFFER_NAME,
                                consume.at().span("as"),
                                "duplicate name `" + consume.hostname() + "` of " + first.offer() + " and "
                                        + consume.offer())
                        .also(first.at().span("as"), "first use")
                        .why("a workload that resolves the name would reach one of them by chance")
                        .fix("give one of them another name"));
            } else if (consume.hostname().equals("localhost")) {
                scope.report(Finding.of(
                                Code.DUPLICATE_OFFER_NAME,
                                consume.at().span("as"),
                                "duplicate name `localhost` of " + consume.offer())
                        .why("`localhost` is the workload itself")
                        .fix("give it another name"));
            }
        }
    }

    private static void unresolvable(CheckScope scope, Tenant tenant, Container container, Consume consume) {
        scope.report(Finding.of(
                        Code.OFFER_NAME_UNAVAILABLE,
                        container.at().span("security.read-only-root"),
                        CheckScope.title(tenant, container) + " cannot resolve the name `" + consume.hostname() + "`")
                .also(consume.at().block().span(), "consumed on its network")
                .also(container.at().span("root.size"), "separate root")
                .why("the name is written to /etc/hosts, which may be missing in a separate root and "
                        + "cannot be created if that root is read-only")
                .fix("remove `root.size` to share the image, or write `read-only-root = false`"));
    }
}
