package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.bbc.resolve.BranchLog;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles the blocks of a test as a fleet of their own: with the platform's files and the declarations of the tenants
 * that it names, but none of the blocks of these tenants and nothing of others.
 *
 * @param parsed the fleet that the test is part of
 */
record TestFleet(ParsedFleet parsed, BranchLog branches) {
    /** The blocks of a test, compiled; the findings are sorted. */
    record Compiled(Compilation compilation, List<Finding> findings) {}

    /** Compiles the blocks of a test, and more blocks. */
    Compiled compile(TestCase test, List<Decl.TopLevelBlock> more) {
        List<Decl.TopLevelBlock> blocks = new ArrayList<>(test.test().blocks());
        blocks.addAll(more);
        boolean platform = blocks.stream().anyMatch(TestFleet::isPlatform);
        Set<String> tenants = blocks.stream().map(TestFleet::name).collect(Collectors.toSet());
        List<SourceUnit> units = new ArrayList<>();
        for (SourceUnit unit : parsed.units()) {
            if (isSeen(unit.file().owner(), tenants)) {
                units.add(declarations(unit, platform));
            }
        }
        blocks.forEach(block -> units.add(new SourceUnit(file(test, block), List.of(block))));
        units.add(new SourceUnit(test.place().file(), List.copyOf(test.test().lets())));
        if (!platform) {
            TestAdmissions.of(parsed.units(), tenants, test.place()).ifPresent(units::add);
        }
        Findings findings = new Findings();
        Compilation compilation = Compiler.check(parsed.with(units), branches, findings);
        return new Compiled(compilation, findings.sorted());
    }

    static boolean isPlatform(Decl.TopLevelBlock block) {
        return block.entry().kind().text().equals("platform");
    }

    private static String name(Decl.TopLevelBlock block) {
        return !block.entry().labels().isEmpty()
                        && block.entry().labels().getFirst().value() instanceof Expr.NameRef(var name, var span)
                ? name
                : "";
    }

    private static boolean isSeen(Owner owner, Set<String> tenants) {
        return !(owner instanceof Owner.Tenant(String name)) || tenants.contains(name);
    }

    /** Returns the declarations of a file, without the blocks that those of the test replace. */
    private static SourceUnit declarations(SourceUnit unit, boolean otherPlatform) {
        return new SourceUnit(
                unit.file(),
                unit.decls().stream()
                        .filter(decl -> !(decl instanceof Decl.Test))
                        .filter(decl ->
                                !(decl instanceof Decl.TopLevelBlock block) || isPlatform(block) && !otherPlatform)
                        .toList());
    }

    /** The platform's tests write blocks of any tenant, those of a tenant only its own. */
    private static SourceFile file(TestCase test, Decl.TopLevelBlock block) {
        SourceFile file = test.place().file();
        boolean lends = !(test.owner() instanceof Owner.Tenant) && !isPlatform(block);
        return lends ? new SourceFile(file.path(), new Owner.Tenant(name(block)), "") : file;
    }
}
