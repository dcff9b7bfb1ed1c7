package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.catalogue.Tables;
import io.bitbuilder.bbc.fault.InternalFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The grammar of each directive, by the function of systemd that parses it. Tables say which; what a word like
 * {@code timespan} takes is said by the makers. Grammars are made when they are asked for first. Used by one thread at a time.
 */
public final class Grammars {
    private static final List<String> TABLES = List.of("common", "unit", "network", "other");
    private static final String ENUM = "enum:";

    private final Map<String, String> expressions = new HashMap<>();
    private final Map<String, Grammar> made = new HashMap<>();
    private final Expressions notation;

    private Grammars(Map<String, Maker> makers) {
        notation = new Expressions(makers);
    }

    /** Reads the tables that are shipped with the program. */
    public static Grammars load() {
        Map<String, Maker> makers = new HashMap<>();
        Stream.of(CommonGrammars.MAKERS, UnitGrammars.MAKERS, NetworkGrammars.MAKERS, OtherGrammars.MAKERS).forEach(theme -> theme.forEach((name, maker) -> once(makers, name, maker)));
        Grammars grammars = new Grammars(makers);
        for (String table : TABLES) {
            Tables.rows("grammars/" + table + ".tsv", 2).forEach(row -> once(grammars.expressions, row.get(0), row.get(1)));
        }
        return grammars;
    }

    private static <T> void once(Map<String, T> map, String name, T value) {
        if (map.put(name, value) != null) {
            throw new InternalFault("two grammars are named " + name);
        }
    }

    /**
     * The grammar of a directive: that of itself where a table names it as {@code type:Section.Key}, that of {@code type:parser}
     * where one parser's name stands for two functions, that of its parser, of the inner parser of {@code outer>inner}, else the
     * words of its enumeration. Empty when nobody described the parser.
     */
    public Optional<Grammar> of(Directive directive) {
        return expression(directive).map(text -> made.computeIfAbsent(text, notation::parse));
    }

    /** The grammar that an expression of the tables' notation names. */
    public Grammar parse(String expression) {
        return made.computeIfAbsent(expression, notation::parse);
    }

    private Optional<String> expression(Directive directive) {
        String parser = directive.parser();
        String inner = parser.substring(parser.lastIndexOf('>') + 1);
        String own = directive.type() + ":" + directive.section() + "." + directive.key();
        Optional<String> found = Stream.of(own, directive.type() + ":" + inner, parser, inner).map(expressions::get).filter(Objects::nonNull).findFirst();
        return found.isPresent() || !directive.valueClass().startsWith(ENUM) ? found : Optional.of("enum(" + directive.valueClass().substring(ENUM.length()) + ")");
    }
}
