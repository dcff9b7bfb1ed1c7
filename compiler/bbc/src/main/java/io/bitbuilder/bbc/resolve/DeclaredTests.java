package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that the tests of each owner have names of their own, a content, and a bounded number; runs none. */
public final class DeclaredTests {
    private final Limits limits;
    private final Findings findings;
    private final Map<Owner, Map<String, Decl.Test>> tests = new HashMap<>();

    DeclaredTests(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Reports the same mistakes for files that are not resolved. */
    public static void check(List<SourceUnit> units, Limits limits, Findings findings) {
        DeclaredTests tests = new DeclaredTests(limits, findings);
        for (SourceUnit unit : units) {
            for (Decl decl : unit.decls()) {
                if (decl instanceof Decl.Test test) {
                    tests.declare(test, unit.file().owner());
                }
            }
        }
    }

    void declare(Decl.Test test, Owner owner) {
        Map<String, Decl.Test> own = tests.computeIfAbsent(owner, o -> new HashMap<>());
        Decl.Test other = own.putIfAbsent(test.title().text(), test);
        if (other != null) {
            findings.add(Finding.of(
                            Code.DUPLICATE_NAME, test.title().span(), "duplicate name `" + test.title() + "` of a test")
                    .also(other.title().span(), "first declaration")
                    .why("`bbc test --filter` and reports name a test")
                    .fix("rename one of them"));
        } else if (own.size() == limits.of(Limit.OWNER_TESTS) + 1) {
            findings.add(LimitFinding.of(
                    Limit.OWNER_TESTS,
                    limits,
                    test.title().span(),
                    Resolver.title(owner) + " has more than " + limits.of(Limit.OWNER_TESTS) + " tests"));
        }
        if (test.blocks().isEmpty() && test.expectations().isEmpty()) {
            findings.add(Finding.of(
                            Code.EMPTY_TEST, test.title().span(), "empty test `" + test.title() + "`: it cannot fail")
                    .why("a test compiles the blocks in it and checks what it expects")
                    .fix("write an expectation, like `expect t.c.memory.limit == 2GiB`, or remove it"));
        }
    }
}
