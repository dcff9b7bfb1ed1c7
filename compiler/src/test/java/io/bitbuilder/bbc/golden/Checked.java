package io.bitbuilder.bbc.golden;

import io.bitbuilder.bbc.allocate.Allocator;
import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.LockFile;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.allocate.Mode;
import io.bitbuilder.bbc.bind.Binder;
import io.bitbuilder.bbc.check.Checks;
import io.bitbuilder.bbc.check.Precedence;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.source.Limits;
import io.bitbuilder.bbc.source.RawFile;
import io.bitbuilder.bbc.source.SourceSet;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Runs the checks of the compiler over an input and gives all findings in their order. */
final class Checked {
    private Checked() {}

    static List<Finding> folder(Path folder) {
        Findings findings = new Findings();
        return check(FolderReader.read(List.of(folder), Limits.DEFAULT, findings), findings);
    }

    static List<Finding> files(Collection<RawFile> files) {
        return check(files, new Findings());
    }

    private static List<Finding> check(Collection<RawFile> files, Findings findings) {
        SourceSet sources = new SourceReader(Limits.DEFAULT, findings).read(files);
        List<SourceUnit> units = new ArrayList<>();
        sources.programs().forEach(p -> units.add(Parser.parse(p, findings)));
        sources.metadata().forEach(m -> units.add(MetadataReader.read(m, findings)));
        List<SourceUnit> std = Stdlib.programs().stream().map(p -> Parser.parse(p, findings)).toList();
        Program program = Resolver.resolve(std, units, Limits.DEFAULT, findings);
        Locks locks = LockFile.read(sources.locks(), findings);
        Grants grants = Allocator.allocate(program, locks, Mode.FREE, findings);
        Binder.bind(program, Allocator.values(grants)).ifPresent(fleet -> Checks.run(fleet, grants.failed(), Precedence.NONE, findings));
        return findings.sorted();
    }
}
