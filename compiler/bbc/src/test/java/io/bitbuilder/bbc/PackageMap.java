package io.bitbuilder.bbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages as {@code docs/architecture.md} lists them: rows {@code | `core.source` | meaning | uses |}. The last
 * column is checked, or written with {@code -Dbbc.bless=true}.
 *
 * @param text the page
 * @param order the packages from the top of the page down; each uses only those above it
 */
record PackageMap(String text, List<String> order) {
    private static final Path PAGE = Repository.path("docs/architecture.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `((?:core|systemd|bbc)\\.[a-z.]+)` \\| ([^|\n]+) \\| ?([^|\n]*?) ?\\|$");

    static PackageMap read() {
        try {
            String text = Files.readString(PAGE);
            return new PackageMap(
                    text, ROW.matcher(text).results().map(r -> r.group(1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares the last column of the rows with the uses of the packages. */
    void checkArrows(Map<String, ? extends SortedSet<String>> arrows) {
        assertTrue(arrows.keySet().equals(new TreeSet<>(order)), "the page does not name every package");
        String expected = ROW.matcher(text).replaceAll(r -> Matcher.quoteReplacement(row(r, arrows.get(r.group(1)))));
        if (Boolean.getBoolean("bbc.bless")) {
            try {
                Files.writeString(PAGE, expected);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            assertEquals(expected, text, "the arrows of docs/architecture.md");
        }
    }

    private static String row(MatchResult row, SortedSet<String> uses) {
        String module = module(row.group(1));
        List<String> names = uses.stream()
                .map(p -> module(p).equals(module) ? p.substring(module.length() + 1) : p)
                .toList();
        return "| `" + row.group(1) + "` | " + row.group(2) + " | " + String.join(", ", names)
                + (names.isEmpty() ? "|" : " |");
    }

    private static String module(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
