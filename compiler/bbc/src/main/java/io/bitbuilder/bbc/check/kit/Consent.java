package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The platform's consent to what a tenant takes from outside itself: the ceiling of its trust, and additions of its
 * admission.
 *
 * @param trust the word of the tenant's trust, the name of the ceiling
 * @param ceiling empty when the platform's ceiling was left out because of a mistake
 * @param admit empty in a platform without admissions
 */
public record Consent(Tenant tenant, String trust, Optional<Ceiling> ceiling, Optional<Admit> admit) {
    /** Returns the consent to a tenant's requests; empty when a mistake of the platform hides it. */
    public static Optional<Consent> of(CheckScope scope, Tenant tenant) {
        return scope.isTrustUnknown(tenant)
                ? Optional.empty()
                : Optional.of(new Consent(
                        tenant,
                        CeilingNames.nameOf(scope.trustOf(tenant)),
                        scope.ceilingOf(tenant),
                        scope.admit(tenant)));
    }

    /** Returns the values that the ceiling and the admission allow together. */
    public <T> Set<T> allowed(Function<Ceiling, Set<T>> ofCeiling, Function<Admit, Set<T>> ofAdmit) {
        Set<T> all = new HashSet<>();
        ceiling.map(ofCeiling).ifPresent(all::addAll);
        admit.map(ofAdmit).ifPresent(all::addAll);
        return all;
    }

    /** Returns the clause that names the tenant's trust. */
    public String reason() {
        return "tenant " + tenant.name() + " has trust " + trust;
    }

    /**
     * Returns the request to the platform for another value of a field: a line of the admission, else of the ceiling.
     */
    public String request(String field, Object value) {
        String block = admit.isPresent() ? "admit " + tenant.name() : "ceiling " + trust;
        return "ask the platform for `" + field + " += [" + value + "]` in `" + block + "`";
    }

    /** Adds the place of the ceiling to a finding; the built-in one has no place. */
    public Finding withCeiling(Finding finding) {
        return ceiling.filter(c -> !CheckScope.isStd(c.at()))
                .map(c -> finding.also(c.at().block().span(), "ceiling"))
                .orElse(finding);
    }
}
