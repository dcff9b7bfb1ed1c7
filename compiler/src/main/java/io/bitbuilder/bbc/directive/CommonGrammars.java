package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.catalogue.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars that files of all kinds share, from systemd's parse-util and conf-parser. */
final class CommonGrammars {
    private static final Set<String> BOOLEANS = Set.of("1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off");

    static final Map<String, Maker> MAKERS = Map.of(
            "any", Maker.of(Grammar.ANY),
            "empty", Maker.of((value, context) -> value.isEmpty() ? List.of() : ignored("only an empty value resets it")),
            "bool", Maker.of((value, context) -> isBool(value) ? List.of() : ignored("'" + value + "' is no boolean")),
            "words", CommonGrammars::words,
            "enum", CommonGrammars::enumeration,
            "part", CommonGrammars::part);

    private CommonGrammars() {}

    /** One of systemd's words for true and false, in any case. */
    static boolean isBool(String value) {
        return BOOLEANS.contains(value.toLowerCase(Locale.ROOT));
    }

    static List<Complaint> ignored(String reason) {
        return List.of(Complaint.ignored(reason));
    }

    private static Grammar words(List<String> words, Function<String, Grammar> parse) {
        Set<String> known = Set.copyOf(words);
        return (value, context) -> known.contains(value) ? List.of() : ignored("'" + value + "' is none of " + String.join(", ", words));
    }

    /** The words of an enumeration of the catalogue, as the target's release knows them. */
    private static Grammar enumeration(List<String> arguments, Function<String, Grammar> parse) {
        String name = arguments.getFirst();
        return (value, context) -> {
            Words words = context.catalogue().words(name);
            return words.accepts(value, context.target()) ? List.of()
                    : ignored("'" + value + "' is none of " + String.join(", ", words.at(context.target())));
        };
    }

    /** The same grammar for one word of many: what it refuses is left out, and the rest of the value is used. */
    private static Grammar part(List<String> arguments, Function<String, Grammar> parse) {
        Grammar inner = parse.apply(arguments.getFirst());
        return (value, context) -> {
            List<Complaint> parts = new ArrayList<>();
            inner.judge(value, context).forEach(c -> parts.add(Complaint.part(c.reason())));
            return parts;
        };
    }
}
