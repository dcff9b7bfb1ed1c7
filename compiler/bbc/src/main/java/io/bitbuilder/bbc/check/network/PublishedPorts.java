package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Consent;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.PortRange;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that tenants publish no port of the host's own services, and others only with the platform's consent. */
public final class PublishedPorts implements Check {
    @Override
    public void run(CheckScope scope) {
        Optional<IntRange> pool = scope.platform().pools().stream()
                .filter(p -> p.name().equals("ports"))
                .findFirst()
                .flatMap(Pool::range);
        for (Tenant tenant : scope.fleet().tenants()) {
            Optional<Consent> consent = Consent.of(scope, tenant);
            tenant.workloads().forEach(workload -> {
                for (Publish publish : workload.publish()) {
                    if (isStandIn(scope, tenant, workload, publish)) {
                        continue;
                    }
                    if (isReserved(scope, workload, publish)) {
                        reserved(scope, tenant, workload, publish);
                    } else if (pool.filter(range -> range.contains(publish.host()))
                            .isEmpty()) {
                        consent.ifPresent(c -> admitted(scope, c, workload, publish));
                    }
                }
            });
        }
    }

    private static boolean isStandIn(CheckScope scope, Tenant tenant, Workload workload, Publish publish) {
        ClaimMember member = new ClaimMember.Publish(publish.proto(), Optional.empty(), publish.guest());
        return scope.isStandIn(tenant, workload.name(), ClaimField.PLACE)
                || scope.isStandIn(tenant, workload.name(), member, ClaimField.HOST);
    }

    private static boolean isReserved(CheckScope scope, Workload workload, Publish publish) {
        return scope.host(workload.place())
                .flatMap(host -> reservation(host, publish))
                .isPresent();
    }

    private static Optional<PortRange> reservation(Host host, Publish publish) {
        return host.reservedPorts().stream()
                .filter(range -> range.contains(publish.host()))
                .findFirst();
    }

    private static void reserved(CheckScope scope, Tenant tenant, Workload workload, Publish publish) {
        Host host = scope.host(workload.place()).orElseThrow();
        Finding finding = Finding.of(
                        Code.RESERVED_HOST_PORT,
                        publish.at().block().span(),
                        "reserved port " + port(publish) + " of host " + host.name() + ": "
                                + CheckScope.title(tenant, workload) + " publishes it")
                .why("a service of the host answers there, and a published port would take its connections")
                .fix("publish another port, or let bbc allocate one: `publish " + proto(publish) + " auto -> "
                        + publish.guest() + "`");
        scope.report(
                CheckScope.isUndescribed(host)
                        ? finding
                        : finding.also(
                                host.at()
                                        .span(
                                                "reserved-ports",
                                                reservation(host, publish).orElseThrow()),
                                "host " + host.name()));
    }

    private static void admitted(CheckScope scope, Consent consent, Workload workload, Publish publish) {
        Set<PortRange> allowed = consent.allowed(Ceiling::ports, Admit::ports);
        if (allowed.stream().anyMatch(range -> range.contains(publish.host()))) {
            return;
        }
        String most = allowed.stream().sorted().map(PortRange::toString).collect(Collectors.joining(", "));
        scope.report(consent.withCeiling(Finding.of(
                        Code.PORT_NOT_ADMITTED,
                        publish.at().block().span(),
                        "port " + port(publish) + " is not admitted: " + CheckScope.title(consent.tenant(), workload)
                                + " publishes it"))
                .why(consent.reason() + "; it may publish " + (most.isEmpty() ? "ports of the pool only" : most))
                .fix("let bbc allocate a port: `publish " + proto(publish) + " auto -> " + publish.guest() + "`, or "
                        + consent.request("ports", publish.host())));
    }

    private static String port(Publish publish) {
        return proto(publish) + " " + publish.host();
    }

    private static String proto(Publish publish) {
        return publish.proto().name().toLowerCase(Locale.ROOT);
    }
}
