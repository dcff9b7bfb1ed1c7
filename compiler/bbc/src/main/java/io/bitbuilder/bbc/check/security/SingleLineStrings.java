package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.artefact.SafeText;
import io.bitbuilder.bbc.artefact.VariableName;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.text.Normalizer;

/**
 * Checks that free strings of tenants fit on one line of a file, and that systemd accepts the names of variables
 * (systemd.exec(5)).
 */
public final class SingleLineStrings implements Check {
    private static final int MAX_VALUE = 4096;
    private static final int MAX_ID = 256;
    private static final int MAX_NAME = 128;

    @Override
    public void run(CheckScope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            tenant.id()
                    .ifPresent(
                            id -> text(scope, tenant.at().span("id"), "the id of tenant " + tenant.name(), id, MAX_ID));
            for (Workload workload : tenant.workloads().toList()) {
                workload.env().forEach((name, value) -> {
                    String what = "variable `" + name + "` of " + CheckScope.title(tenant, workload);
                    if (VariableName.isValid(name) && name.length() <= MAX_NAME) {
                        text(scope, workload.at().span("env", name), what, value, MAX_VALUE);
                    } else {
                        scope.report(Finding.of(
                                        Code.INVALID_STRING, workload.at().key("env", name), "invalid name of " + what)
                                .why("systemd drops assignments to invalid names without an error")
                                .fix("use letters, digits and `_`, not a digit first, at most " + MAX_NAME
                                        + " characters"));
                    }
                });
            }
        }
    }

    private static void text(CheckScope scope, Span place, String what, String text, int longest) {
        if (text.length() > longest) {
            report(
                    scope,
                    place,
                    what,
                    "it has more than " + longest + " characters",
                    "values of tenants are limited, because each is copied to a command line or a file of the host",
                    "shorten it; longer data belongs in a volume");
            return;
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            report(
                    scope,
                    place,
                    what,
                    "it is not in Unicode normal form C (NFC)",
                    "two strings that look the same must be equal",
                    "write composed characters, like `\\u{e9}` in place of `e\\u{301}`");
            return;
        }
        boolean lines = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        SafeText.problem(text)
                .ifPresent(why -> report(
                        scope,
                        place,
                        what,
                        why,
                        lines
                                ? "systemd would read the rest as a separate line"
                                : "systemd and terminals interpret such characters",
                        lines ? "write one line; longer data belongs in a volume" : "remove the character"));
    }

    private static void report(CheckScope scope, Span place, String what, String problem, String why, String fix) {
        scope.report(Finding.of(Code.INVALID_STRING, place, what + " cannot be written to a file: " + problem)
                .why(why)
                .fix(fix));
    }
}
