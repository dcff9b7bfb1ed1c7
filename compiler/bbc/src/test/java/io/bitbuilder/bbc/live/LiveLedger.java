package io.bitbuilder.bbc.live;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/**
 * Counts the assertions of the live suite by subject, and their duration. Every assertion about a live host goes
 * through it.
 */
final class LiveLedger {
    private final Map<String, Integer> counts = new TreeMap<>();
    private Duration spent = Duration.ZERO;

    /** Asserts that the actual value equals the expected one. */
    void equal(String subject, String claim, Object wanted, Object seen) {
        counts.merge(subject, 1, Integer::sum);
        Assertions.assertEquals(wanted, seen, () -> subject + ": " + claim);
    }

    /** Asserts a condition; the actual value is for the message. */
    void holds(String subject, String claim, boolean condition, Object seen) {
        counts.merge(subject, 1, Integer::sum);
        Assertions.assertTrue(condition, () -> subject + ": " + claim + ", but: " + seen);
    }

    /** Adds time of the wall that the suite took. */
    void spend(Duration duration) {
        spent = spent.plus(duration);
    }

    /** Returns one line: the number of assertions by subject, and their duration. */
    String summary() {
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        return "live host: %d assertions in %d s (%s)"
                .formatted(
                        sum,
                        spent.toSeconds(),
                        counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
