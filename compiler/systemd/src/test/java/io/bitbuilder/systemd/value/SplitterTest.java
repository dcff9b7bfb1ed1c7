package io.bitbuilder.systemd.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Words of systemd's files. */
class SplitterTest {

    @Test
    void quotesGroupOnlyIfEnabled() {
        assertEquals(List.of("a", "b c", "de"), words("a \"b c\" d'e'", Flag.UNQUOTE));
        assertEquals(List.of("a", "\"b", "c\""), words("a \"b c\""));
        assertEquals(List.of("'b c'"), words("'b c'", Flag.KEEP_QUOTE));
        assertEquals(List.of(""), words("\"\"", Flag.UNQUOTE));
    }

    @Test
    void aBackslashIsAnEscapeUnlessItIsRetained() {
        assertEquals(List.of("ab"), words("a\\b"));
        assertEquals(List.of("a\\b"), words("a\\b", Flag.RETAIN_ESCAPE));
        assertEquals(List.of("aA\tü"), words("a\\x41\\t\\u00fc", Flag.CUNESCAPE));
        assertEquals(List.of("a\\q"), words("a\\q", Flag.CUNESCAPE, Flag.UNESCAPE_RELAX));
        assertEquals(
                List.of("a:b", "c"),
                Splitter.by(":", "a\\:b:c", Flag.UNESCAPE_SEPARATORS)
                        .rest()
                        .toOptional()
                        .orElseThrow());
    }

    @Test
    void unclosedQuotesAndUnknownEscapesAreFaults() {
        assertInstanceOf(Parsed.Bad.class, Splitter.all("\"a", Flag.UNQUOTE));
        assertInstanceOf(Parsed.Bad.class, Splitter.all("a\\", Flag.UNQUOTE));
        assertInstanceOf(Parsed.Bad.class, Splitter.all("\\q", Flag.CUNESCAPE));
        assertInstanceOf(Parsed.Bad.class, Splitter.all("\\x00", Flag.CUNESCAPE));
        assertEquals(List.of("a"), words("\"a", Flag.UNQUOTE, Flag.RELAX));
    }

    @Test
    void separatorsAreMergedUnlessEachCounts() {
        assertEquals(
                List.of("a", "b"), Splitter.by(":", "a::b").rest().toOptional().orElseThrow());
        assertEquals(
                List.of("a", "", "b", ""),
                Splitter.by(":", "a::b:", Flag.EACH_SEPARATOR)
                        .rest()
                        .toOptional()
                        .orElseThrow());
        assertEquals(
                List.of(""),
                Splitter.by(":", "", Flag.EACH_SEPARATOR).rest().toOptional().orElseThrow());
        assertEquals(List.of(), Splitter.by(":", ":").rest().toOptional().orElseThrow());
    }

    @Test
    void theTailFollowsTheBlanks() {
        Splitter words = Splitter.of("a   b c");
        words.next();
        assertEquals(Optional.of("b c"), words.tail());
        assertFalse(words.atEnd());
        words.rest();
        assertTrue(words.atEnd());
        assertEquals(Optional.empty(), words.tail());
    }

    @Test
    void invalidBytesAreDetected() {
        String word = words("\\xff\\xfe", Flag.CUNESCAPE).getFirst();
        assertFalse(Utf8Text.isValid(word));
        assertEquals(2, Utf8Text.length(word));
        assertEquals(List.of("ü"), words("\\xc3\\xbc", Flag.CUNESCAPE));
    }

    @Property
    void quotedWordsAreRestored(@ForAll List<@StringLength(max = 8) @CharRange(from = ' ', to = '~') String> texts) {
        String line = String.join(
                " ",
                texts.stream()
                        .map(t -> '"' + t.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .toList());
        assertEquals(texts, words(line, Flag.UNQUOTE, Flag.CUNESCAPE));
    }

    private static List<String> words(String text, Flag... flags) {
        return Splitter.all(text, flags).toOptional().orElseThrow();
    }
}
