package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.value.Parsed;
import java.util.List;
import java.util.function.Function;

/** Makes a grammar from the arguments of its name in an expression: {@code uint(1..10)} has one, {@code bool} none. */
@FunctionalInterface
public interface Maker {

    /**
     * The grammar.
     *
     * @param arguments the strings between the brackets, split at commas outside of inner brackets, trimmed
     * @param parse     parser for arguments that are expressions
     */
    Grammar make(List<String> arguments, Function<String, Grammar> parse);

    /** A factory without arguments. */
    static Maker of(Grammar grammar) {
        return (arguments, parse) -> grammar;
    }

    /** A factory without arguments of a grammar for which systemd ignores the line when the parser fails. */
    static Maker parsed(Function<String, Parsed<?>> parser) {
        return of(Grammar.parsed(parser));
    }
}
