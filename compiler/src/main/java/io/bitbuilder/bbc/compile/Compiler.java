package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.Allocator;
import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.LockFile;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.allocate.Mode;
import io.bitbuilder.bbc.bind.Binder;
import io.bitbuilder.bbc.check.Checks;
import io.bitbuilder.bbc.check.Precedence;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.Severity;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.render.CompiledTree;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.source.SourceFile;
import io.bitbuilder.bbc.source.SourceSet;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiler: sources to findings, and to a tree when there is no error. */
public final class Compiler {
    /** Families of findings about the text of a file. */
    private static final Set<String> TEXT = Set.of("LEX", "SYN", "LIM");

    private Compiler() {}

    /** All stages that can find something. */
    public static Compilation check(SourceSet sources, Mode mode, Findings findings) {
        return check(sources, mode, Precedence.NONE, findings);
    }

    /** All stages. */
    public static Compilation compile(SourceSet sources, Mode mode, Findings findings) {
        return compile(sources, mode, Precedence.NONE, findings);
    }

    /** All stages; of two tenants in conflict the one that was there first is right. */
    public static Compilation compile(SourceSet sources, Mode mode, Precedence precedence, Findings findings) {
        Compilation checked = check(sources, mode, precedence, findings);
        return findings.hasErrors() ? checked : checked.with(CompiledTree.of(checked.fleet().orElseThrow()).tree());
    }

    private static Compilation check(SourceSet sources, Mode mode, Precedence precedence, Findings findings) {
        List<SourceUnit> std = parse(Stdlib.programs(), findings);
        List<SourceUnit> input = parse(sources, findings);
        Set<SourceFile> broken = broken(findings);
        Findings later = new Findings();
        later.addAll(findings.sorted());
        Program program = Resolver.resolve(std, input, Input.LIMITS, later);
        Locks locks = LockFile.read(sources.locks(), later);
        Grants grants = Allocator.allocate(program, locks, mode, later);
        Optional<Fleet> fleet = Binder.bind(program, Allocator.values(grants));
        fleet.ifPresent(f -> Checks.run(f, grants.failed(), precedence, later));
        later.sorted().stream().filter(f -> !broken.contains(f.primary().span().file())).forEach(findings::add);
        return new Compilation(sources, locks, grants, fleet, Optional.empty());
    }

    /** Files whose text could not be read as a whole: what is missing in them may only follow from that. */
    private static Set<SourceFile> broken(Findings findings) {
        return findings.sorted().stream()
                .filter(f -> f.severity() == Severity.ERROR && TEXT.contains(f.code().name().substring(0, 3)))
                .map(f -> f.primary().span().file())
                .collect(Collectors.toSet());
    }

    private static List<SourceUnit> parse(SourceSet sources, Findings findings) {
        List<SourceUnit> units = parse(sources.programs(), findings);
        for (SourceFile file : sources.metadata()) {
            units.add(MetadataReader.read(file, Input.LIMITS, findings));
        }
        return units;
    }

    private static List<SourceUnit> parse(List<SourceFile> programs, Findings findings) {
        List<SourceUnit> units = new ArrayList<>();
        for (SourceFile file : programs) {
            units.add(Parser.parse(file, Input.LIMITS, findings));
        }
        return units;
    }
}
