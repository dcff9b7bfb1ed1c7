package io.bitbuilder.systemd.grammar;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.network.NetworkValueGrammars;
import io.bitbuilder.systemd.grammar.other.OtherValueGrammars;
import io.bitbuilder.systemd.grammar.unit.UnitValueGrammars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The grammar of each directive, by the parser function that systemd uses for it. Tables name the grammars, factories
 * build them on first use. Immutable to its users; each table is read once.
 */
public final class ValueGrammars {
    private static final List<String> TABLES = List.of("common", "unit", "network", "other");
    private static final String ENUM = "enum:";

    private final Map<String, String> expressions;
    private final Map<String, Grammar> made = new ConcurrentHashMap<>();
    private final GrammarExpressions notation;

    private ValueGrammars(Map<String, String> expressions, Map<String, GrammarFactory> factories) {
        this.expressions = Map.copyOf(expressions);
        this.notation = new GrammarExpressions(Map.copyOf(factories));
    }

    /** Returns the grammars of this program. */
    public static ValueGrammars load() {
        return Holder.GRAMMARS;
    }

    /** Reads the tables on first use. */
    private static final class Holder {
        static final ValueGrammars GRAMMARS = read();
    }

    private static ValueGrammars read() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        Stream.of(
                        CommonValueGrammars.MAKERS,
                        UnitValueGrammars.MAKERS,
                        NetworkValueGrammars.MAKERS,
                        OtherValueGrammars.MAKERS)
                .forEach(theme -> theme.forEach((name, factory) -> putUnique(factories, name, factory)));
        Map<String, String> expressions = new HashMap<>();
        for (String table : TABLES) {
            CatalogueTable.rows("grammars/" + table + ".tsv", 2)
                    .forEach(row -> putUnique(expressions, row.get(0), row.get(1)));
        }
        return new ValueGrammars(expressions, factories);
    }

    private static <T> void putUnique(Map<String, T> map, String name, T value) {
        if (map.put(name, value) != null) {
            throw new InternalFault("duplicate grammar " + name);
        }
    }

    /**
     * Returns the grammar of a directive, from the first table row that matches: {@code type:Section.Key},
     * {@code type:parser} where two functions share one name, the parser, the inner parser of {@code outer>inner}; else
     * the words of its enumeration. Empty when the parser has no grammar.
     */
    public Optional<Grammar> of(Directive directive) {
        return expression(directive).map(text -> made.computeIfAbsent(text, notation::parse));
    }

    /** Returns the grammar of an expression in the notation of the tables. */
    public Grammar parse(String expression) {
        return made.computeIfAbsent(expression, notation::parse);
    }

    private Optional<String> expression(Directive directive) {
        String parser = directive.parser();
        String inner = parser.substring(parser.lastIndexOf('>') + 1);
        String own = directive.type() + ":" + directive.section() + "." + directive.key();
        Optional<String> found = Stream.of(own, directive.type() + ":" + inner, parser, inner)
                .map(expressions::get)
                .filter(Objects::nonNull)
                .findFirst();
        return found.isPresent() || !directive.valueClass().startsWith(ENUM)
                ? found
                : Optional.of("enum(" + directive.valueClass().substring(ENUM.length()) + ")");
    }
}
