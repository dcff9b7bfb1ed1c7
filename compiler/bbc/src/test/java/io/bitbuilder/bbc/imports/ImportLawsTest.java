package io.bitbuilder.bbc.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No line of a file is lost: each has an effect on the program, as a field or a comment. */
class ImportLawsTest {
    private static final Pattern YAML_VALUE = Pattern.compile("\\s*(- )?[\\w.\"-]+: [^&*\\[{].*");
    private static final Pattern INI_VALUE = Pattern.compile("[A-Za-z0-9]+=.+");
    private static final Pattern YAML_KEY = Pattern.compile("\\s+[A-Za-z_]+:( .*)?");

    /** Folders of the golden cases. */
    static Stream<Path> cases() {
        return Repository.entries(Repository.path("golden/import")).stream().map(folder -> folder.resolve("input"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachLineHasAnEffect(Path folder) {
        List<SourceFile> files = files(folder);
        String whole = program(files);
        int tried = 0;
        for (int i = 0; i < files.size(); i++) {
            for (int line = 1; line <= files.get(i).lines(); line++) {
                String text = files.get(i).line(line);
                boolean ini = !files.get(i).path().endsWith("yaml");
                boolean read = !files.get(i).path().endsWith(".image");
                if (read && (ini ? INI_VALUE : YAML_VALUE).matcher(text).matches() && !isExpected(text.strip())) {
                    // The line stays, so that the others keep their numbers.
                    String without = program(with(files, i, line, ini ? "" : valueless(text)));
                    assertNotEquals(whole, without, files.get(i).path() + ":" + line + ": " + text);
                    tried++;
                }
            }
        }
        assertTrue(tried >= 2, "only " + tried + " lines");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anUnknownKeyIsNamed(Path folder) {
        List<SourceFile> files = files(folder);
        for (int i = 0; i < files.size(); i++) {
            boolean ini = !files.get(i).path().endsWith("yaml");
            for (int line = 1; line <= files.get(i).lines(); line++) {
                String text = files.get(i).line(line);
                boolean matches = (ini ? INI_VALUE : YAML_KEY).matcher(text).matches();
                if (matches && !files.get(i).path().endsWith(".image")) {
                    String added = ini ? "zzyzx=lost" : text.replaceFirst("\\S.*", "zzyzx: lost");
                    String program = program(with(files, i, line, added + "\n" + text));
                    // A comment, or a block or variable, which may have any name.
                    assertTrue(program.contains("zzyzx"), files.get(i).path() + ":" + line + "\n" + program);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [",
                "a: 1\na: 2",
                "a: 1\n---\nb: 2",
                "? [a]\n: b",
                "a: &a [*a]",
                "a: *missing",
                "a: \u0007",
                "\t- a"
            })
    void notSuchYaml(String text) {
        assertThrows(EnvironmentFault.class, () -> program(List.of(file("c.yaml", text))));
    }

    @Test
    void aliasesAreBounded() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            laughs.append(
                    "a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }
        assertThrows(EnvironmentFault.class, () -> program(List.of(file("c.yaml", laughs.toString()))));
        String string = "a: &a \"" + "x".repeat(100_000) + "\"\nb: [" + "*a, ".repeat(10_000) + "]\n";
        assertThrows(EnvironmentFault.class, () -> program(List.of(file("c.yaml", string))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingIsBounded(String open) {
        String text = "a: " + open.repeat(100_000);
        assertThrows(EnvironmentFault.class, () -> program(List.of(file("c.yaml", text))));
    }

    /** {@code Boot=yes} is what bbc does: such lines need no comment. */
    private static boolean isExpected(String line) {
        return ImportTable.all().stream()
                        .filter(rule -> !rule.expected().isEmpty())
                        .anyMatch(rule ->
                                rule.expected().stream().anyMatch(value -> line.equals(rule.key() + "=" + value)))
                || line.equals("driver: default");
    }

    private static String valueless(String line) {
        return line.substring(0, line.indexOf(": ") + 1);
    }

    private static List<SourceFile> with(List<SourceFile> files, int index, int line, String text) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(files.get(index).text().split("\n", -1)));
        lines.set(line - 1, text);
        List<SourceFile> changed = new ArrayList<>(files);
        changed.set(index, file(files.get(index).path(), String.join("\n", lines)));
        return changed;
    }

    private static String program(List<SourceFile> files) {
        Findings findings = new Findings();
        String program = Imports.program(files, "acme", findings).orElse("");
        assertEquals(List.of(), findings.sorted());
        return program;
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, Owner.PLATFORM, text);
    }

    private static List<SourceFile> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> file(folder.relativize(path).toString(), read(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
