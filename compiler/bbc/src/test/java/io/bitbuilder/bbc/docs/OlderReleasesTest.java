package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of older releases in {@code docs/operations.md} names the system calls that they lack;
 * {@code -Dbbc.bless=true} writes these rows.
 */
class OlderReleasesTest {
    private static final Path PAGE = Repository.path("docs/operations.md");
    private static final Pattern ROWS =
            Pattern.compile("(?m)(^\\| \\d+(?: to \\d+)? \\| names of system calls: .*\n)+");

    @Test
    void thePageNamesTheSystemCallsThatAReleaseLacks() throws IOException {
        String page = Files.readString(PAGE);
        assertTrue(ROWS.matcher(page).find(), "no row names system calls");
        String expected = ROWS.matcher(page).replaceFirst(Matcher.quoteReplacement(rows()));
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page, "docs/operations.md is out of date: see docs/testing.md for how to bless");
        }
    }

    @Test
    void thePageNamesTheOlderConsole() throws IOException {
        assertTrue(Files.readString(PAGE).contains("`--console=read-only`"));
    }

    private static String rows() {
        return CatalogueTable.rows("syscalls.tsv", 2).stream()
                .filter(row -> !row.get(1).isEmpty())
                .collect(Collectors.groupingBy(row -> Integer.valueOf(row.get(1)), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey() - 1, e.getValue()))
                .collect(Collectors.joining());
    }

    private static String row(int last, List<List<String>> calls) {
        String releases = last == Catalogue.OLDEST ? "" + last : Catalogue.OLDEST + " to " + last;
        String names =
                calls.stream().map(row -> "`" + row.getFirst() + "`").sorted().collect(Collectors.joining(", "));
        return "| " + releases + " | names of system calls: " + names
                + " | refuses them in `security.syscalls` (RES110); their groups work in all |\n";
    }
}
