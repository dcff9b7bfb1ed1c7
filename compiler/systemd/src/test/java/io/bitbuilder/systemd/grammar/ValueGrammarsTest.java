package io.bitbuilder.systemd.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every directive that systemd reads has a grammar, and every grammar of the tables can be made. */
class ValueGrammarsTest {
    /** Files that are not made of sections, and files of programs that bbc verify does not read. */
    private static final Set<String> WITHOUT = Set.of(
            "os-release",
            "extension-release",
            "tmpfiles.d",
            "sysusers.d",
            "journal-remote.conf",
            "journal-upload.conf");

    private final Catalogue catalogue = Catalogue.load();
    private final ValueGrammars grammars = ValueGrammars.load();

    @Test
    void everyParserHasAGrammar() {
        Set<String> missing = new TreeSet<>();
        directives()
                .filter(d -> !WITHOUT.contains(d.type()))
                .filter(d -> grammars.of(d).isEmpty())
                .forEach(d -> missing.add(d.type() + " " + d.parser()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyGrammarJudgesAnyStringWithoutAFault() {
        List<String> texts = List.of(
                "",
                " ",
                "%",
                "%i",
                "%Z",
                "\\",
                "\"",
                "'a",
                "a b",
                ":",
                "::",
                "/",
                "/..",
                "~",
                "-",
                "-1",
                "1.5",
                "infinity",
                "\u00e4",
                "=",
                ",",
                "!",
                "|",
                "@",
                "a:b:c:d:e",
                "0x",
                "1-",
                "\\x00",
                "\uFFFF",
                ";");
        directives()
                .forEach(d -> grammars.of(d)
                        .ifPresent(g -> texts.forEach(text ->
                                g.judge(text, new ValueContext(d, "a@b.service", Catalogue.NEWEST, catalogue)))));
    }

    @Test
    void aWrongExpressionIsAFault() {
        GrammarExpressions notation = new GrammarExpressions(Map.of("any", GrammarFactory.of(Grammar.ANY)));
        assertThrows(InternalFault.class, () -> notation.parse("anything"));
        assertThrows(InternalFault.class, () -> notation.parse("any(a"));
    }

    private Stream<Directive> directives() {
        return catalogue.types().stream()
                .flatMap(type -> catalogue.sections(type).stream()
                        .flatMap(section -> catalogue.directives(type, section).values().stream()));
    }
}
