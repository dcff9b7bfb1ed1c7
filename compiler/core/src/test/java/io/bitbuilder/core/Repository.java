package io.bitbuilder.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Location of this checkout, whether Maven runs in the module or an editor runs in the parent. */
public final class Repository {
    private Repository() {}

    /** A folder or file of the checkout, by its path from the top. */
    public static Path path(String relative) {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("oracle"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("not inside a checkout: no folder above has oracle/");
            }
        }
        return here.resolve(relative);
    }

    /** Returns the entries of a folder, sorted by name. */
    public static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
