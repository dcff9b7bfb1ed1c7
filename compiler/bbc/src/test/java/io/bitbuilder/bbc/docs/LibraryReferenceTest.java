package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/stdlib.md} agrees with the profiles and policies of the standard library, each of which has a
 * documentation string; {@code -Dbbc.bless=true} rewrites it.
 */
class LibraryReferenceTest {
    @Test
    void theReferenceListsProfilesAndPolicies() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Standard library

                Generated from `stdlib/profiles`, `stdlib/lib/std` and `stdlib/policies`; edit those. Their tests are in
                `stdlib/tests`, and `examples/shapes` uses each profile. A block overrides what it takes from a profile.
                A name of the standard library cannot be declared again, which is why the shapes begin with `std.`.

                ## Profiles
                """);
        for (SourceUnit unit : Stdlib.units()) {
            String prefix = unit.file().path().startsWith("stdlib/lib/std/") ? "std." : "";
            unit.decls().forEach(decl -> {
                if (decl instanceof Decl.Profile profile) {
                    write(text, prefix, profile);
                }
            });
        }
        text.append("\n## Policies\nA platform applies them by name: `policies = [no-host-network]`.\n");
        for (SourceUnit unit : Stdlib.units()) {
            unit.decls().forEach(decl -> {
                if (decl instanceof Decl.Policy policy) {
                    text.append("\n### ")
                            .append(policy.name())
                            .append("\n\n")
                            .append(doc(policy.doc().orElse("")));
                    code(text, policy.span().text());
                }
            });
        }
        Path page = Repository.path("docs/stdlib.md");
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(page, text);
        }
        assertEquals(Files.readString(page), text.toString(), "docs/stdlib.md is out of date: see docs/testing.md");
    }

    private static void write(StringBuilder text, String prefix, Decl.Profile profile) {
        text.append("\n### ").append(prefix).append(profile.name()).append("\n\nFor ");
        text.append(profile.kinds().stream().map(Name::text).collect(Collectors.joining(" and ")));
        text.append(". ").append(doc(profile.doc().orElse("")));
        code(text, profile.span().text());
    }

    private static String doc(String doc) {
        assertTrue(doc.endsWith("."), "a documentation string is missing");
        return doc + "\n";
    }

    private static void code(StringBuilder text, String declaration) {
        text.append("\n```bbc\n").append(declaration.strip()).append("\n```\n");
    }
}
