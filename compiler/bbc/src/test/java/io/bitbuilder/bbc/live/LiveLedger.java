package io.bitbuilder.bbc.live;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/**
 * Counts the assertions of the live suite by subject, and the time that it takes. Every assertion about a live host
 * goes through it; its classes run at the same time.
 */
final class LiveLedger {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final long start = System.nanoTime();

    /** Asserts that the actual value equals the expected one. */
    void equal(String subject, String claim, Object wanted, Object seen) {
        count(subject);
        Assertions.assertEquals(wanted, seen, () -> subject + ": " + claim);
    }

    /** Asserts a condition; the actual value is for the message. */
    void holds(String subject, String claim, boolean condition, Object seen) {
        count(subject);
        Assertions.assertTrue(condition, () -> subject + ": " + claim + ", but: " + seen);
    }

    private synchronized void count(String subject) {
        counts.merge(subject, 1, Integer::sum);
    }

    /** Returns one line: the number of assertions by subject, and the time since the ledger was opened. */
    synchronized String summary() {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        return "live host: %d assertions in %d s (%s)"
                .formatted(
                        sum,
                        seconds,
                        counts.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
