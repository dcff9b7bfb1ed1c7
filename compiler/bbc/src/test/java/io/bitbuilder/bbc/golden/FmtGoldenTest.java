package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.format.Formatter;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code golden/fmt} is a rule of the style: {@code input.txt} is formatted to {@code expected.bbc}, and
 * that to itself. With {@code -Dbbc.bless=true} the expectations are rewritten.
 */
class FmtGoldenTest {
    private static final Path CASES = Repository.path("golden/fmt");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Repository.entries(CASES).stream()
                .map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> check(c)));
    }

    private static void check(Path folder) throws IOException {
        String actual = formatted(Files.readString(folder.resolve("input.txt")));
        Path expected = folder.resolve("expected.bbc");
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(expected, actual);
        }
        assertEquals(Files.readString(expected), actual);
        assertEquals(actual, formatted(actual));
    }

    private static String formatted(String text) {
        Findings findings = new Findings();
        Optional<String> formatted =
                Formatter.format(new SourceFile("input.txt", Owner.PLATFORM, text), Limits.DEFAULT, findings);
        return formatted.orElseThrow(() -> new AssertionError(findings.sorted()));
    }
}
