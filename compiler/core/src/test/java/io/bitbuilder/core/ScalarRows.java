package io.bitbuilder.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.bitbuilder.core.scalar.Parsed;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests from rows {@code PARSER | INPUT | RESULT}: the normal form of the value, {@code !} for an invalid string, or
 * {@code ! REASON}.
 */
public final class ScalarRows {
    private ScalarRows() {}

    /** Returns one test for each row. */
    public static Stream<DynamicTest> tests(String[] rows, Map<String, Function<String, Parsed<?>>> parsers) {
        return Stream.of(rows).map(row -> DynamicTest.dynamicTest(row, () -> check(row.split(" \\| ", 3), parsers)));
    }

    private static void check(String[] row, Map<String, Function<String, Parsed<?>>> parsers) {
        Parsed<?> parsed = parsers.get(row[0]).apply(row[1]);
        if (row[2].equals("!")) {
            assertInstanceOf(Parsed.Bad.class, parsed);
        } else if (row[2].startsWith("! ")) {
            assertEquals(Parsed.bad(row[2].substring(2)), parsed);
        } else {
            assertEquals(
                    row[2],
                    assertInstanceOf(Parsed.Good.class, parsed)
                            .value()
                            .toString()
                            .replace("E+", "e"));
        }
    }
}
