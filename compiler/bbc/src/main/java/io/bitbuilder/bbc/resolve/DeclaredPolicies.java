package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Policies and waivers of all files; those of a tenant are reported and have no effect. */
final class DeclaredPolicies {
    private final Findings findings;
    private final TreeMap<String, Decl.Policy> policies = new TreeMap<>();
    private final List<Decl.Waiver> waivers = new ArrayList<>();

    DeclaredPolicies(Findings findings) {
        this.findings = findings;
    }

    void declare(Decl.Policy policy, Owner owner) {
        if (owner instanceof Owner.Tenant tenant) {
            foreign("policy", policy.name(), tenant);
            return;
        }
        Name name = policy.name();
        Decl.Policy other = policies.putIfAbsent(name.text(), policy);
        if (other != null) {
            Finding finding = Finding.of(Code.DUPLICATE_NAME, name.span(), "duplicate name `" + name + "` of a policy")
                    .why("a waiver names one policy")
                    .fix("rename it");
            boolean std = other.span().file().owner() instanceof Owner.Std;
            findings.add(
                    std
                            ? finding.label("the standard library has a policy of this name")
                            : finding.also(other.name().span(), "first declaration"));
        }
    }

    void declare(Decl.Waiver waiver, Owner owner) {
        if (owner instanceof Owner.Tenant tenant) {
            foreign("waive", waiver.policy(), tenant);
        } else {
            waivers.add(waiver);
        }
    }

    private void foreign(String word, Name name, Owner.Tenant owner) {
        Span span = name.span();
        findings.add(Finding.of(
                        Code.PLATFORM_ONLY,
                        span,
                        "tenant " + owner.name() + " cannot declare `" + word + " " + name
                                + "`, which is reserved for the platform")
                .label("this file belongs to tenant " + owner.name())
                .why("a tenant that could write or waive policies would judge itself")
                .fix("ask the platform's owner to write it in a file outside the tenant's folder"));
    }

    /** Returns the policies of the standard library and of the platform, by name. */
    SortedMap<String, Decl.Policy> policies() {
        return Collections.unmodifiableSortedMap(policies);
    }

    /** Returns the waivers of the platform. */
    List<Decl.Waiver> waivers() {
        return List.copyOf(waivers);
    }
}
