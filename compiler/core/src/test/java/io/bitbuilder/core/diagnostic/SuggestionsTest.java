package io.bitbuilder.core.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which word is offered for which mistake. */
class SuggestionsTest {
    private static final List<String> WORDS =
            List.of("memory", "network", "machine", "mac", "mode", "cpu", "CAP_NET_ADMIN");

    @ParameterizedTest
    @CsvSource({
        "memroy, memory",
        "netwrok, network",
        "Memory, memory",
        "cap_net_admin, CAP_NET_ADMIN",
        "mdoe, mode",
        "CAP_NET_ADMINS, CAP_NET_ADMIN",
        "cup, cpu",
        "xyz, ''",
        "storage, ''",
        "m, ''",
        "mca, mac"
    })
    void closest(String word, String expected) {
        assertEquals(expected, Suggestions.closest(word, WORDS).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"a, a, 0", "ab, ba, 1", "abc, acb, 1", "kitten, sitting, 3", "'', abc, 3"})
    void distance(String a, String b, int expected) {
        assertEquals(expected, Suggestions.distance(a, b));
    }
}
