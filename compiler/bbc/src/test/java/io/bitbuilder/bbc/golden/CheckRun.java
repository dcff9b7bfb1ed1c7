package io.bitbuilder.bbc.golden;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import io.bitbuilder.systemd.verify.Verifier;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Runs the checks of the compiler, or of {@code bbc verify}, over an input and gives all findings in their order. */
final class CheckRun {
    private CheckRun() {}

    static List<Finding> folder(Path folder) {
        Findings findings = new Findings();
        return check(Input.ofFolders(List.of(folder), findings), findings);
    }

    static List<Finding> files(Collection<RawFile> files) {
        Findings findings = new Findings();
        return check(new SourceReader(Limits.DEFAULT, findings).read(files), findings);
    }

    /** Returns the findings of {@code bbc verify} for a whole tree of systemd's files. */
    static List<Finding> tree(List<RawFile> files, int release) {
        Findings findings = new Findings();
        Verifier.of(release).verify(files, true, findings);
        return findings.sorted();
    }

    private static List<Finding> check(SourceSet sources, Findings findings) {
        Compiler.check(sources, AllocationMode.FREE, findings);
        return findings.sorted();
    }
}
