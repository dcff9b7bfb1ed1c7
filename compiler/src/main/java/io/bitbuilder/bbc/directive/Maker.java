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
     * @param arguments the texts between the brackets, split at commas outside of inner brackets, trimmed
     * @param parse     reads an argument that is an expression itself
     */
    Grammar make(List<String> arguments, Function<String, Grammar> parse);

    /** One that takes no arguments. */
    static Maker of(Grammar grammar) {
        return (arguments, parse) -> grammar;
    }

    /** One that takes no arguments and whose grammar leaves out the line when the text is no such value. */
    static Maker parsed(Function<String, Parsed<?>> parser) {
        return of(Grammar.parsed(parser));
    }
}
