package io.bitbuilder.bbc.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.bbc.fault.InternalFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader's rules are those of systemd's generic parser. */
class ReaderTest {
    @Test
    void linesJoinAndCommentsInsideThemAreSkipped() {
        List<ReadEntry> read = Reader.read("x", "# c\n[A]\n K = one \\\n; c \\\n  two\nL=\n[A]\nM=a=b \n", true);
        assertEquals(List.of(
                new ReadEntry("A", 1, "K", "one    two", 3),
                new ReadEntry("A", 1, "L", "", 6),
                new ReadEntry("A", 2, "M", "a=b", 8)), read);
    }

    @Test
    void anEvenNumberOfBackslashesEndsTheLine() {
        List<ReadEntry> read = Reader.read("x", "[A]\nK=a\\\\\nL=b\n", true);
        assertEquals(List.of("a\\\\", "b"), read.stream().map(ReadEntry::value).toList());
    }

    @Test
    void filesWithoutSectionsHaveDirectivesOnly() {
        assertEquals(List.of(new ReadEntry("-", 0, "ID", "_any", 1)), Reader.read("x", "ID=_any\n", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K=v\n", "[A\nK=v\n", "[A]\nK\n", "[A]\n=v\n", "[A]\nK=v", "[A]\nK=v\\\n", "[A]\rK=v\n", "[A]\nK=\0\n"})
    void whatSystemdWouldWarnAboutIsAFault(String text) {
        assertThrows(InternalFault.class, () -> Reader.read("x", text, true));
    }
}
