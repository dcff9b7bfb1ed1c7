package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import java.util.List;
import java.util.function.Function;

/**
 * Creates a grammar from the arguments of its name in an expression: {@code uint(1..10)} has one, {@code bool} none.
 */
@FunctionalInterface
public interface GrammarFactory {

    /**
     * Returns the grammar.
     *
     * @param arguments the strings between the brackets, split at commas outside of inner brackets, trimmed
     * @param parse parser for arguments that are expressions
     */
    Grammar make(List<String> arguments, Function<String, Grammar> parse);

    /** Returns a factory without arguments. */
    static GrammarFactory of(Grammar grammar) {
        return (arguments, parse) -> grammar;
    }

    /** Returns a factory without arguments of a grammar for which systemd ignores the line when the parser fails. */
    static GrammarFactory parsed(Function<String, Parsed<?>> parser) {
        return of(Grammar.parsed(parser));
    }
}
