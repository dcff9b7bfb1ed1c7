package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README.md and the tour show the output that their commands print. */
class DocumentedOutputTest {
    @TempDir
    private Path folder = Path.of("");

    private String compile(String example) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] arguments = {
            "compile", "examples/" + example, "--out", folder.resolve("tree").toString()
        };
        Main.run(arguments, new Console(stream, stream, false, false, Repository.path("")));
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1).indent(4);
    }

    private static void assertShows(String page, String output) throws IOException {
        String text = Files.readString(Repository.path(page));
        assertTrue(text.contains(output), () -> page + " does not show\n" + output);
    }

    @Test
    void compilationOfQuickstart() throws IOException {
        assertShows("README.md", compile("quickstart"));
    }

    @Test
    void compilationOfFleet() throws IOException {
        assertShows("docs/tour.md", compile("fleet"));
    }
}
