package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.FixedInput;
import io.bitbuilder.bbc.plan.LineDiff;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.bbc.read.LinkedPaths;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Path;
import java.util.List;

/** {@code bbc check --fix}: writes the certain fixes of findings into the files, and reports what remains. */
final class FixRun {
    private final Console console;
    private final Path base;
    private final SourceViews views;
    private final FixedInput fixed;

    private FixRun(Console console, List<Path> folders) {
        this.console = console;
        this.base = FolderReader.base(folders);
        this.views = SourceViews.onDisk(console.folder(), base, FolderReader.top(folders));
        this.fixed = FixedInput.ofFolders(folders);
    }

    /** Writes the fixes; the exit code is that of the fixed files. */
    static int write(Console console, List<Path> folders, Formatted.Format format) {
        Findings links = new Findings();
        links.addAll(LinkedPaths.of(folders, console.folder()));
        if (links.hasErrors()) {
            return FindingPrinter.print(console, format, SourceViews.AS_THEY_ARE, links);
        }
        FixRun run = new FixRun(console, folders);
        run.fixed.after().forEach(run::write);
        if (format == Formatted.Format.TEXT) {
            run.fixed.after().keySet().forEach(path -> console.err().println("fixed " + run.shown(path)));
        }
        return FindingPrinter.print(console, format, run.views, run.fixed.remaining());
    }

    /** Prints the fixes as a diff, and all findings; the exit code is that of the files as they are. */
    static int diff(Console console, List<Path> folders) {
        FixRun run = new FixRun(console, folders);
        run.fixed
                .after()
                .forEach((path, bytes) -> console.out()
                        .print("--- " + run.shown(path) + "\n+++ " + run.shown(path) + "\n"
                                + LineDiff.of(run.fixed.before().get(path), bytes)));
        return FindingPrinter.print(console, Formatted.Format.TEXT, run.views, run.fixed.first());
    }

    private String shown(String path) {
        return views.toReader().apply(path);
    }

    private void write(String path, byte[] bytes) {
        new FileReplacement(base, path, fixed.before().get(path), bytes).write(shown(path));
    }
}
