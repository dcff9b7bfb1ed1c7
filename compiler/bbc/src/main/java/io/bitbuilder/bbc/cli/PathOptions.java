package io.bitbuilder.bbc.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Paths of the folders and files that a command reads. */
class PathOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Folders and files to read (default: the current folder).")
    private List<Path> paths = List.of();

    /** Returns the paths, resolved; the current folder if there is none. */
    final List<Path> folders(Console console) {
        return folders(console, paths);
    }

    /** Returns the paths of the command line, resolved; the current folder when there is none. */
    static List<Path> folders(Console console, List<Path> paths) {
        return (paths.isEmpty() ? List.of(Path.of("")) : paths)
                .stream().map(console.folder()::resolve).toList();
    }

    /** Returns the paths as given. */
    final List<Path> paths() {
        return paths;
    }
}
