package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/man} has the manual page of each command, and no other; {@code -Dbbc.bless=true} rewrites it. */
class ManPagesTest {
    private static final Path FOLDER = Repository.path("docs/man");

    @Test
    void eachCommandHasAPage() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        add(Main.commandLine(Console.ofProcess()), pages);
        if (Boolean.getBoolean("bbc.bless")) {
            Files.createDirectories(FOLDER);
            for (Path old : Repository.entries(FOLDER)) {
                Files.delete(old);
            }
            for (var page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> found = new TreeMap<>();
        Repository.entries(FOLDER).forEach(file -> found.put(file.getFileName().toString(), read(file)));
        assertEquals(pages, found, "docs/man is out of date: see docs/testing.md");
    }

    private static void add(CommandLine line, Map<String, String> pages) {
        pages.put(ManPage.name(line.getCommandSpec()) + ".1", ManPage.of(line.getCommandSpec()));
        line.getSubcommands().values().forEach(sub -> add(sub, pages));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
