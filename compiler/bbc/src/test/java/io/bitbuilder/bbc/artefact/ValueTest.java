package io.bitbuilder.bbc.artefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    private static final List<Function<String, SinkValue>> SINKS = List.of(
            Word::of,
            UnitText::new,
            NetworkdText::new,
            t -> ExecLine.of("/bin/x", t),
            t -> new UnitEnvironment("A", t),
            t -> new BindMount("/a", "/" + t, "idmap"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\0b",
                "a\u0085b",
                "a\u2028b",
                "a\u009bb",
                "a\ud800",
                "\ufeffa",
                "a\ufffe",
                "\ufdd0",
                "\ud83f\udfff"
            })
    void noSinkAcceptsLineBreaksOrInvalidCharacters(String text) {
        SINKS.forEach(sink -> assertThrows(InternalFault.class, () -> sink.apply(text)));
    }

    @Test
    void freeTextDoesNotJoinTheNextLine() {
        assertThrows(InternalFault.class, () -> new UnitText("a\\"));
        assertThrows(InternalFault.class, () -> new NetworkdText("a\\"));
        assertEquals("\"A=b\\\\\"", new UnitEnvironment("A", "b\\").text());
    }

    @Test
    void specifiersAndVariablesAreNotExpanded() {
        assertEquals("50%% of %%i", new UnitText("50% of %i").text());
        assertEquals("/bin/x \"$$HOME %%i\"", ExecLine.of("/bin/x", "$HOME %i").text());
        assertEquals("\"A=$HOME\"", new UnitEnvironment("A", "$HOME").text());
    }

    @Test
    void theProgramIsAnAbsolutePathWithoutPrefix() {
        assertThrows(InternalFault.class, () -> ExecLine.of("+/bin/sh"));
        assertThrows(InternalFault.class, () -> ExecLine.of("sh"));
    }

    @Test
    void quantitiesHaveUnitsOfSystemd() {
        assertEquals("512M", Word.of(new Size(512L << 20)).text());
        assertEquals("1000", Word.of(new Size(1000)).text());
        assertEquals("0", Word.of(new Size(0)).text());
        assertEquals("3600s", Word.of(new TimeSpan(3_600_000_000L)).text());
        assertEquals("150%", Word.percentOfCore(1500).text());
        assertEquals("0.1%", Word.percentOfCore(1).text());
    }

    @Property(tries = 300)
    void writtenValuesAreReadBack(@ForAll("lines") String text) {
        for (SinkValue value : List.of(ExecLine.of("/bin/x", text, "end"), new UnitEnvironment("A", text))) {
            String file = "[Service]\nKey=" + value.text() + "\nNext=1\n";
            var read = EmittedFileReader.read("x", file, true);
            assertEquals(2, read.size(), file);
            assertTrue(value.isReadFrom(read.getFirst().value()), file);
        }
    }

    @Property(tries = 200)
    void aValueIsReadOnlyFromItsOwnText(@ForAll("lines") String one, @ForAll("lines") String other) {
        for (Function<String, SinkValue> sink :
                List.<Function<String, SinkValue>>of(t -> ExecLine.of("/bin/x", t), t -> new UnitEnvironment("A", t))) {
            assertEquals(
                    one.equals(other),
                    sink.apply(one).isReadFrom(sink.apply(other).text()));
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings()
                .withChars("ab \\\"'%$;#=[]~é€")
                .ofMinLength(1)
                .ofMaxLength(12);
    }
}
