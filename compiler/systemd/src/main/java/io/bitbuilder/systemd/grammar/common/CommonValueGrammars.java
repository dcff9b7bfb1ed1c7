package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.EnumWords;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars that files of all kinds share, from systemd's parse-util and conf-parser. */
public final class CommonValueGrammars {
    public static final Map<String, GrammarFactory> MAKERS = factories();

    private CommonValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("any", GrammarFactory.of(Grammar.ANY));
        factories.put(
                "empty",
                GrammarFactory.of(
                        (value, context) -> value.isEmpty() ? List.of() : ignored("only an empty value is allowed")));
        factories.put("bool", GrammarFactory.parsed(Booleans::parse));
        factories.put("words", CommonValueGrammars::words);
        factories.put("enum", CommonValueGrammars::enumeration);
        factories.put("part", CommonValueGrammars::part);
        factories.put("fatal", CommonValueGrammars::fatal);
        factories.put("list", CommonValueGrammars::list);
        factories.putAll(NumberValueGrammars.MAKERS);
        factories.putAll(StringValueGrammars.MAKERS);
        factories.putAll(AddressValueGrammars.MAKERS);
        factories.putAll(ReleaseValueGrammars.MAKERS);
        return Map.copyOf(factories);
    }

    public static List<Complaint> ignored(String reason) {
        return ignored(Reason.of(reason));
    }

    public static List<Complaint> ignored(Reason reason) {
        return List.of(Complaint.ignored(reason));
    }

    private static Grammar words(List<String> words, Function<String, Grammar> parse) {
        Set<String> known = Set.copyOf(words);
        return (value, context) -> known.contains(value) ? List.of() : ignored(Reason.notOneOf(value, words));
    }

    /** Returns the words of an enumeration of the catalogue, as the target's release knows them. */
    private static Grammar enumeration(List<String> arguments, Function<String, Grammar> parse) {
        String name = arguments.getFirst();
        return (value, context) -> {
            EnumWords words = context.catalogue().words(name);
            return words.accepts(value, context.target())
                    ? List.of()
                    : ignored(Reason.notOneOf(value, words.allowed(context.target())));
        };
    }

    /** Returns the grammar for one word of several: systemd ignores an invalid word and uses the rest of the value. */
    private static Grammar part(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> inner.judge(value, context).stream()
                .map(c -> c.as(Effect.PART_IGNORED))
                .toList();
    }

    /** Returns the grammar, where systemd does not load a unit with an invalid value. */
    private static Grammar fatal(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> inner.judge(value, context).stream()
                .map(c -> c.as(Effect.UNIT_REFUSED))
                .toList();
    }

    /**
     * Returns the grammar of words between blanks, each of one grammar: {@code list(x)}, followed by flags of
     * {@link Splitter}. Words that the inner grammar rejects are ignored; a string that cannot be split is ignored
     * whole.
     */
    private static Grammar list(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply("part(" + arguments.getFirst() + ")");
        Splitter.Flag[] flags = arguments.stream()
                .skip(1)
                .map(name -> Splitter.Flag.valueOf(name.toUpperCase(Locale.ROOT)))
                .toArray(Splitter.Flag[]::new);
        return (value, context) -> each(Splitter.of(value, flags), word -> inner.judge(word, context));
    }

    /** Returns the complaints about each word; a string that cannot be split ends it. */
    public static List<Complaint> each(Splitter words, Function<String, List<Complaint>> judge) {
        return Complaints.each(words, judge::apply);
    }
}
