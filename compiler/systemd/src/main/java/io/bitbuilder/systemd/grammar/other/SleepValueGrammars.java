package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of sleep.conf(5) and of the sleep operations of logind.conf(5). */
final class SleepValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<String> SLEEPS = Set.of("suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate");

    private SleepValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "sleep_operations",
                GrammarFactory.of((value, context) -> sleepWords(
                        value,
                        word -> SLEEPS.contains(word)
                                ? List.of()
                                : List.of(Complaint.part(Reason.unknown("sleep operation", word))))));
        factories.put("sleep_modes", GrammarFactory.of((value, context) -> sleepWords(value, word -> List.of())));
        return factories;
    }

    /** If the words cannot be split, the daemon drops all its configuration and reports it as lack of memory. */
    private static List<Complaint> sleepWords(String value, Function<String, List<Complaint>> judge) {
        return switch (Splitter.all(value, Flag.UNQUOTE, Flag.RETAIN_ESCAPE)) {
            case Parsed.Bad<List<String>>(Reason reason) -> List.of(Complaint.refused(reason));
            case Parsed.Good<List<String>>(List<String> words) ->
                words.stream().flatMap(word -> judge.apply(word).stream()).toList();
        };
    }
}
