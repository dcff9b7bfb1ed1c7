package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.compile.FixedInput;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Laws of certain fixes: a finding that is new is about an edited line, and a fixed input has none left. */
class FixedInputTest {
    private static final Path CASES = Repository.path("golden/mistakes");
    private static final String VALID = """
            tenant acme {
              network front { mode = nat; subnet = 10.64.3.0/24; dns = [9.9.9.9] }
              for i in 1..2 { container ("web-{i}") { memory { limit = 512MiB }; attach front { }; env { A = "x" } } }
              container db {
                memory { limit = 1GiB; high = self.limit * 90% }; publish tcp auto -> 80; attach front { }
              }
            }
            """;

    @Test
    void mistakesOfPeople() throws IOException {
        int fixed = 0;
        for (Path file : Repository.entries(CASES)) {
            for (String part : Files.readString(file).split("(?m)^(?=== )")) {
                String input = part.lines()
                        .filter(line -> line.startsWith("    "))
                        .map(line -> line.substring(4) + "\n")
                        .collect(Collectors.joining());
                fixed += holds(MistakesTest.files(input)) ? 1 : 0;
            }
        }
        assertTrue(fixed > 50, "only " + fixed + " cases have a certain fix");
    }

    /** A part of a valid program is replaced. */
    @Property(tries = 60)
    void accidents(
            @ForAll @IntRange(min = 0, max = 380) int from,
            @ForAll @IntRange(min = 0, max = 4) int length,
            @ForAll @StringLength(max = 3) @CharRange(from = ' ', to = '~') String text) {
        int end = Math.min(VALID.length(), from + length);
        String mutant = VALID.substring(0, Math.min(from, end)) + text + VALID.substring(end);
        holds(MistakesTest.files(mutant));
    }

    @Test
    void everyCertainFixLeavesAValidProgram() {
        String mistakes = VALID.replace("mode = nat;", "mode: nat,")
                .replace("= 512MiB", "= \"512MiB\"")
                .replace("self.limit * ", "")
                .replace("[9.9.9.9]", "9.9.9.9")
                .replace("env { A = \"x\" }", "environment = { A: 'x' }")
                .replace("80; attach front { }", "80; attach front { } // comment");
        FixedInput fixed = FixedInput.of(MistakesTest.files(mistakes), List.of());
        String text = new String(fixed.after().get("tenants/acme/tenant.bbc"), StandardCharsets.UTF_8);
        assertEquals(List.of(), fixed.remaining().sorted(), text);
    }

    private static boolean holds(List<RawFile> files) {
        FixedInput once = FixedInput.of(files, List.of());
        SortedMap<String, RawFile> now = new TreeMap<>();
        files.forEach(file -> now.put(file.path(), file));
        once.after().forEach((path, bytes) -> now.put(path, new RawFile(path, bytes)));
        FixedInput twice = FixedInput.of(new ArrayList<>(now.values()), List.of());
        assertTrue(twice.after().isEmpty(), () -> "fixed twice: " + texts(files));
        Set<String> before = messages(once.first());
        boolean hidden =
                once.first().all().stream().anyMatch(f -> f.code().causes().isPresent());
        // Only a program without errors shows that nothing attaches to a network.
        once.remaining().sorted().stream()
                .filter(f -> f.code() != Code.UNUSED_NETWORK)
                .filter(f -> !hidden && !before.contains(message(f)) && !isOnEditedLine(f, once))
                .forEach(f -> assertEquals("", message(f), () -> "new: " + texts(files)));
        assertTrue(
                once.after().isEmpty() || !messages(once.first()).equals(messages(once.remaining())),
                () -> "a fix has no effect: " + texts(files));
        return !once.after().isEmpty();
    }

    /** A value that has the right type now can break a later rule. */
    private static boolean isOnEditedLine(Finding finding, FixedInput input) {
        Span span = finding.primary().span();
        byte[] before = input.before().get(span.file().path());
        if (before == null) {
            return false;
        }
        List<String> lines = new String(before, StandardCharsets.UTF_8).lines().toList();
        return span.line() > lines.size()
                || !lines.get(span.line() - 1).equals(span.file().line(span.line()));
    }

    private static Set<String> messages(Findings findings) {
        return findings.sorted().stream().map(FixedInputTest::message).collect(Collectors.toSet());
    }

    private static String message(Finding finding) {
        return finding.code() + " " + finding.message();
    }

    private static String texts(List<RawFile> files) {
        return new String(files.getFirst().bytes(), StandardCharsets.UTF_8);
    }
}
