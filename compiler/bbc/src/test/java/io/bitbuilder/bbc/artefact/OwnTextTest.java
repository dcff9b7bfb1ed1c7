package io.bitbuilder.bbc.artefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.conf.Assignment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our files are read as systemd's generic parser reads them, and nothing in them may need a warning. */
class OwnTextTest {
    @Test
    void continuedLinesAreJoinedWithoutComments() {
        List<Assignment> read =
                EmittedFileReader.read("x", "# c\n[A]\n K = one \\\n; c \\\n  two\nL=\n[A]\nM=a=b \n", true);
        assertEquals(
                List.of("A 0 K=one    two 5", "A 0 L= 6", "A 1 M=a=b 8"),
                read.stream().map(OwnTextTest::text).toList());
    }

    @Test
    void anEvenNumberOfBackslashesEndsTheLine() {
        List<Assignment> read = EmittedFileReader.read("x", "[A]\nK=a\\\\\nL=b\n", true);
        assertEquals(List.of("a\\\\", "b"), read.stream().map(Assignment::value).toList());
    }

    @Test
    void filesWithoutSectionsHaveDirectivesOnly() {
        assertEquals(
                List.of("- 0 ID=_any 1"),
                EmittedFileReader.read("x", "ID=_any\n", false).stream()
                        .map(OwnTextTest::text)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K=v\n",
                "[A\nK=v\n",
                "[A]\nK\n",
                "[A]\n=v\n",
                "[A]\nK=v",
                "[A]\nK=v\\\n",
                "[A]\rK=v\n",
                "[A]\nK=\0\n"
            })
    void invalidLinesAreFaults(String text) {
        assertThrows(InternalFault.class, () -> EmittedFileReader.read("x", text, true));
    }

    private static String text(Assignment line) {
        return line.section() + " " + line.header().index() + " " + line.key() + "=" + line.value() + " " + line.line();
    }
}
