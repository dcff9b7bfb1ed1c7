package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.systemd.SafeText;
import io.bitbuilder.bbc.systemd.VariableName;
import java.util.Optional;

/** Free text of tenants stays within one line of a file, and variables have names that systemd does not drop (systemd.exec(5)). */
final class PlainTexts implements Check {
    private static final int MAX_VALUE = 4096;
    private static final int MAX_ID = 256;
    private static final int MAX_NAME = 128;

    @Override
    public void run(Scope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            tenant.id().ifPresent(id -> text(scope, tenant.at().span("id"), "the id of tenant " + tenant.name(), id, MAX_ID));
            for (Container container : tenant.containers()) {
                Span place = container.at().span("env");
                container.env().forEach((name, value) -> {
                    String what = "variable `" + name + "` of " + Scope.title(tenant, container);
                    if (VariableName.isValid(name) && name.length() <= MAX_NAME) {
                        text(scope, place, what, value, MAX_VALUE);
                    } else {
                        scope.report(Finding.of(Code.SEC006, place, what + " has no valid name")
                                .why("systemd drops assignments to other names without an error")
                                .fix("use letters, digits and `_`, no digit first, at most " + MAX_NAME));
                    }
                });
            }
        }
    }

    private static void text(Scope scope, Span place, String what, String text, int longest) {
        Optional<String> problem = text.length() > longest
                ? Optional.of("it has more than " + longest + " characters")
                : SafeText.problem(text);
        problem.ifPresent(why -> scope.report(Finding.of(Code.SEC006, place, what + " can't be written to a file: " + why)
                .why("systemd would read what follows as a line of its own")
                .fix("keep it to one line; longer data belongs in a volume")));
    }
}
