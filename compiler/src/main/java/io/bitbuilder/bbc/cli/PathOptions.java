package io.bitbuilder.bbc.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The folders and files that a command reads. */
class PathOptions {
    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Folders and files to read (default: the current folder).")
    private List<Path> paths = List.of();

    /** The folders named, resolved. */
    final List<Path> folders(Console console) {
        return (paths.isEmpty() ? List.of(Path.of("")) : paths).stream().map(console.folder()::resolve).toList();
    }

    /** The paths as given. */
    final List<Path> paths() {
        return paths;
    }
}
