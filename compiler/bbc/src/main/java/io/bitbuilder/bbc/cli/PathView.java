package io.bitbuilder.bbc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * Maps paths below the root of a fleet to those that a reader can open: relative to the reader's folder.
 *
 * @param prefix the way from the reader to the root, empty or ending with {@code /}; empty if the reader is inside
 * @param inside names of the folders from the root to the reader; empty if the reader is outside
 */
record PathView(String prefix, List<String> inside) implements UnaryOperator<String> {
    PathView {
        inside = List.copyOf(inside);
    }

    /**
     * Returns the view from a folder on a fleet whose root is in {@code folder} below it; empty for the folder itself.
     */
    static PathView below(String folder) {
        return new PathView(folder.isEmpty() ? "" : folder + "/", List.of());
    }

    /** Returns the view from a folder on a fleet whose root is another folder. */
    static PathView from(Path reader, Path root) {
        Path here = real(reader);
        if (!here.startsWith(root)) {
            return below(here.relativize(root).toString());
        }
        return new PathView(
                "",
                StreamSupport.stream(root.relativize(here).spliterator(), false)
                        .map(Path::toString)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Override
    public String apply(String path) {
        List<String> names = List.of(path.split("/", -1));
        int same = 0;
        while (same < Math.min(inside.size(), names.size() - 1)
                && inside.get(same).equals(names.get(same))) {
            same++;
        }
        return prefix + "../".repeat(inside.size() - same) + String.join("/", names.subList(same, names.size()));
    }

    /** Returns the folder without links; the path itself if it cannot be read. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
