package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.LockMerge;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code bbc lock --merge}: Git runs it for a lock file that both sides of a merge changed (gitattributes(5)). */
final class LockMergeRun {
    private static final int OURS = 1;

    private LockMergeRun() {}

    /** Merges the files base, ours and theirs of a path into ours; returns 1 if a person must decide. */
    static int run(Console console, Formatted.Format format, List<String> words) {
        String path = words.getLast();
        List<SourceFile> versions = words.subList(0, words.size() - 1).stream()
                .map(file -> new SourceFile(
                        path, Owner.PLATFORM, read(console.folder().resolve(file))))
                .toList();
        Findings findings = new Findings();
        Optional<LockMerge.Result> merged =
                LockMerge.of(versions.getFirst(), versions.get(OURS), versions.getLast(), findings);
        if (merged.isEmpty()) {
            return FindingPrinter.print(console, format, SourceViews.inRepository(""), findings);
        }
        Path ours = console.folder().resolve(words.get(OURS));
        try {
            Files.writeString(ours, merged.get().text());
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot write " + ours, e);
        }
        if (merged.get().conflict()) {
            console.err()
                    .println("bbc: conflicting values in " + TerminalEscapes.ascii(path)
                            + "; keep those of the target branch");
        }
        return merged.get().conflict() ? 1 : 0;
    }

    /** Returns the text of a version; characters that no lock file has make its line invalid. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read " + file, e);
        }
    }
}
