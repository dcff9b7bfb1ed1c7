package io.bitbuilder.bbc.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the folders of the project are, seen from a test. */
final class Repository {
    private Repository() {}

    /** A folder below the root of the project; Maven runs the tests of a module in the module's folder. */
    static Path folder(String name) {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("stdlib")) ? here : here.getParent();
        return root.resolve(name);
    }

    /** What a folder holds, sorted by name. */
    static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
