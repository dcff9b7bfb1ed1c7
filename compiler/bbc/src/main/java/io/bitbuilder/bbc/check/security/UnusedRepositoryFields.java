package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.List;

/** Checks that an admission with a branch or signers has the repository that they are of. */
public final class UnusedRepositoryFields implements Check {
    private static final List<String> FIELDS = List.of("branch", "signers");

    @Override
    public void run(CheckScope scope) {
        scope.platform().admits().stream()
                .filter(admit -> admit.repository().isEmpty())
                .forEach(admit -> check(scope, admit));
    }

    private static void check(CheckScope scope, Admit admit) {
        FIELDS.stream()
                .filter(admit.at().fields()::containsKey)
                .forEach(field -> scope.report(Finding.of(
                                Code.UNUSED_REPOSITORY_FIELD,
                                admit.at().span(field),
                                "unused `" + field + "`: missing `repository` in the admission of " + admit.name())
                        .why("git-sync runs only for a tenant with a repository")
                        .fix("write `repository = \"https://…\"`, or remove `" + field + "`")));
    }
}
