package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Grammars of the attributes of a process: capabilities, scheduling, core dumps (systemd.exec(5)). */
final class ProcessValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final int CAPABILITIES = 62;

    /** Policies of sched(7) that systemd reads as numbers and no kernel has. */
    private static final int LAST_POLICY = 7;

    private static final int NO_POLICY = 4;

    private ProcessValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("capabilities", GrammarFactory.of(ProcessValueGrammars::capabilities));
        factories.put(
                "secure_bits",
                GrammarFactory.of((value, context) -> unknown(
                        value,
                        Set.copyOf(context.catalogue().words("secure_bit").at(context.target())))));
        factories.put("sched_policy", GrammarFactory.of(ProcessValueGrammars::policy));
        factories.put("coredump_filter", GrammarFactory.of(ProcessValueGrammars::coredumpFilter));
        return factories;
    }

    private static List<Complaint> capabilities(String value, ValueContext context) {
        return silentWords(
                Splitter.all(SandboxValueGrammars.positive(value), Splitter.Flag.UNQUOTE, Splitter.Flag.RELAX),
                word -> Capabilities.all().contains(word.toUpperCase(Locale.ROOT))
                        || Numbers.uint(word, 0, CAPABILITIES) instanceof Parsed.Good,
                "capability");
    }

    private static List<Complaint> unknown(String value, Set<String> words) {
        return silentWords(Splitter.all(value, Splitter.Flag.UNQUOTE), words::contains, "secure bit");
    }

    /** Judges words that systemd ignores silently. */
    private static List<Complaint> silentWords(Parsed<List<String>> words, Predicate<String> known, String noun) {
        List<Complaint> complaints = new ArrayList<>();
        words.toOptional().orElse(List.of()).stream()
                .filter(known.negate())
                .forEach(word -> complaints.addAll(Complaints.silent(Reason.unknown(noun, word))));
        return complaints;
    }

    private static List<Complaint> policy(String value, ValueContext context) {
        if (context.catalogue().words("sched_policy").words().containsKey(value)) {
            return Complaints.unless(
                    context.catalogue().words("sched_policy").accepts(value, context.target()),
                    Reason.about(value, "'" + value + "' is a scheduling policy of later systemd versions"));
        }
        return switch (Numbers.uint(value, 0, Integer.MAX_VALUE)) {
            case Parsed.Bad<Long>(Reason reason) -> Complaints.ignored(Reason.unknown("scheduling policy", value));
            case Parsed.Good<Long>(Long n) ->
                n > LAST_POLICY || n == NO_POLICY ? Complaints.used("unsupported scheduling policy " + n) : List.of();
        };
    }

    private static List<Complaint> coredumpFilter(String value, ValueContext context) {
        return Complaints.untilFault(
                Splitter.of(value),
                word -> Set.of("default", "all").contains(word)
                                || context.catalogue().words("coredump_filter").accepts(word, context.target())
                        ? List.of()
                        : Complaints.unless(Numbers.unsigned(word, 16, Set.of())));
    }
}
