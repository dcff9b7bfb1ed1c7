package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.FixedInput;
import io.bitbuilder.bbc.plan.LineDiff;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.MovedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
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

    /** Replaces a file in one step, if it is still the one that was checked. */
    private void write(String path, byte[] bytes) {
        Path file = base.resolve(path);
        try {
            Path folder = file.toAbsolutePath().getParent();
            boolean direct =
                    folder.toRealPath().equals(base.toRealPath().resolve(path).getParent())
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (!direct
                    || !Arrays.equals(Files.readAllBytes(file), fixed.before().get(path))) {
                throw new MovedFault("`" + shown(path) + "` changed meanwhile; nothing more was written");
            }
            Path next = Files.createTempFile(folder, ".bbc-fix-", ".tmp");
            try {
                Files.setPosixFilePermissions(next, Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
                Files.write(next, bytes, StandardOpenOption.SYNC);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new EnvironmentFault("cannot write `" + shown(path) + "`: " + e.getMessage(), e);
        }
    }
}
