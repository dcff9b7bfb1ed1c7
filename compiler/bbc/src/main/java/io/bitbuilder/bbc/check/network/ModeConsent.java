package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Consent;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Locale;
import java.util.Set;

/** Checks that the platform consents to the mode of a network. */
public final class ModeConsent implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            Consent.of(scope, tenant).ifPresent(consent -> {
                Set<NetworkMode> modes = consent.allowed(Ceiling::modes, Admit::modes);
                tenant.networks().stream()
                        .filter(network -> !modes.contains(network.mode()))
                        .forEach(network -> report(scope, consent, network));
            });
        }
    }

    private static void report(CheckScope scope, Consent consent, Network network) {
        String mode = network.mode().name().toLowerCase(Locale.ROOT);
        scope.report(consent.withCeiling(Finding.of(
                        Code.MODE_NOT_ADMITTED,
                        network.at().span("mode"),
                        "mode " + mode + " of " + CheckScope.title(consent.tenant(), network) + " is not admitted"))
                .why(consent.reason()
                        + (network.mode() == NetworkMode.ROUTED
                                ? "; guests of a routed network send to the uplink from their own addresses"
                                : ""))
                .fix("write another mode, or " + consent.request("modes", mode)));
    }
}
