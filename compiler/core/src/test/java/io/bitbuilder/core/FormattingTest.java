package io.bitbuilder.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Java sources are as palantir-java-format prints them, with lines of at most 120 columns and files of at most 300
 * lines. {@code -Dbbc.format=true} formats them.
 */
class FormattingTest {
    private static final int MOST_COLUMNS = 120;
    private static final int MOST_LINES = 300;
    private static final int MOST_LINES_OF_NINE_IN_TEN = 160;

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    @Test
    void sourcesAreFormatted() {
        Map<Path, String> changed = sources()
                .parallel()
                .collect(Collectors.toMap(Function.identity(), FormattingTest::formatted))
                .entrySet()
                .stream()
                .filter(e -> !read(e.getKey()).equals(e.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        if (Boolean.getBoolean("bbc.format")) {
            changed.forEach(FormattingTest::write);
        } else {
            assertEquals(
                    List.of(),
                    List.copyOf(changed.keySet()),
                    "not formatted; run mvn -q -pl compiler/core -am test -Dtest=FormattingTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dbbc.format=true");
        }
    }

    @Test
    void linesHaveAtMost120Columns() {
        List<String> tooLong = sources()
                .flatMap(file -> {
                    List<String> lines = read(file).lines().toList();
                    return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                            .filter(i -> lines.get(i).length() > MOST_COLUMNS)
                            .map(i -> file + ":" + (i + 1));
                })
                .toList();
        assertEquals("", String.join("\n", tooLong));
    }

    @Test
    void filesHaveAtMost300Lines() {
        List<Integer> sizes = sources()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(file -> {
                    int size = (int) read(file).lines().count();
                    assertTrue(size <= MOST_LINES, file + " has " + size + " lines");
                    return size;
                })
                .sorted()
                .toList();
        int ninth = sizes.get(sizes.size() * 9 / 10);
        assertTrue(ninth < MOST_LINES_OF_NINE_IN_TEN, "one file in ten has " + ninth + " lines or more");
    }

    private static Stream<Path> sources() {
        return Stream.of("core", "systemd", "bbc")
                .map(module -> Repository.path("compiler").resolve(module).resolve("src"))
                .flatMap(FormattingTest::walk)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formatted(Path file) {
        try {
            String ordered = ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(read(file)), JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(ordered);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " cannot be parsed", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
