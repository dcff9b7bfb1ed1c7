package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.cli.Console;
import io.bitbuilder.bbc.cli.Main;
import io.bitbuilder.core.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code golden/explain} is a case: {@code bbc explain} with the arguments in {@code args}, started in
 * {@code input/}, prints {@code expected.txt}, then its messages and its exit code unless that is 0; with
 * {@code --format json} it prints {@code expected.json}. With {@code -Dbbc.bless=true} both are written.
 */
class ExplainGoldenTest {
    private static final Path CASES = Repository.path("golden/explain");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Repository.entries(CASES).stream()
                .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> check(c)));
    }

    private static void check(Path folder) throws IOException {
        List<String> args = new ArrayList<>(
                List.of(Files.readString(folder.resolve("args")).strip().split(" ")));
        compare(folder.resolve("expected.txt"), run(args, folder, true));
        args.addAll(List.of("--format", "json"));
        compare(folder.resolve("expected.json"), run(args, folder, false));
    }

    private static String run(List<String> args, Path folder, boolean all) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of("explain"));
        line.addAll(args);
        int code = Main.run(
                line.toArray(String[]::new),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        folder.resolve("input")));
        String exit = code == 0 ? "" : "exit " + code + "\n";
        return out.toString(StandardCharsets.UTF_8)
                + (all ? messages(err.toString(StandardCharsets.UTF_8)) + exit : "");
    }

    /** Messages of the command; findings have cases of their own. */
    private static String messages(String err) {
        return err.lines()
                .filter(line -> line.startsWith("bbc: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static void compare(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("bbc.bless") && !actual.isEmpty()) {
            Files.writeString(file, actual);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", actual);
        assertTrue(!actual.isEmpty() || !Files.exists(file), file + " is empty");
    }
}
