package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists of words with more rules than one for each word. */
final class NetworkListValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private NetworkListValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("at_most", NetworkListValueGrammars::atMost);
        factories.put("distinct", NetworkListValueGrammars::distinct);
        factories.put("nexthop_members", (arguments, parse) -> members(parse.apply("nexthop_member")));
        factories.put("allowed_ips", (arguments, parse) -> allowed());
        factories.put("cpus", (arguments, parse) -> separated(parse.apply("cpu_range")));
        return factories;
    }

    /** {@code at_most(n,x)}: words of x; systemd ignores those after the n-th. */
    private static Grammar atMost(List<String> arguments, Function<String, Grammar> parse) {
        int most = Integer.parseInt(arguments.getFirst());
        Grammar inner = parse.apply(arguments.get(1));
        return words(
                Splitter::of,
                (word, before, context) -> before.size() < most
                        ? inner.judge(word, context)
                        : CommonValueGrammars.ignored(
                                Reason.about(word, "'" + word + "' exceeds the limit of " + most + " words")));
    }

    /** {@code distinct(n,x)}: the same, where systemd ignores duplicates too. */
    private static Grammar distinct(List<String> arguments, Function<String, Grammar> parse) {
        Grammar limited = atMost(arguments, parse);
        Grammar inner = parse.apply(arguments.get(1));
        Grammar unique = words(
                Splitter::of,
                (word, before, context) -> inner.accepts(word, context) && before.contains(word)
                        ? CommonValueGrammars.ignored(Reason.duplicate("word", word))
                        : List.of());
        return (value, context) -> {
            List<Complaint> complaints = new ArrayList<>(limited.judge(value, context));
            complaints.addAll(unique.judge(value, context));
            return complaints;
        };
    }

    /** Returns the grammar of words between blanks and commas, without quotes. */
    private static Grammar separated(Grammar inner) {
        return words(
                text -> Splitter.by(Splitter.BLANKS + ",", text, Splitter.Flag.UNQUOTE),
                (word, before, context) -> inner.judge(word, context));
    }

    /** Returns the grammar of members of a group of next hops; systemd ignores duplicates. */
    private static Grammar members(Grammar inner) {
        return words(
                Splitter::of,
                (word, before, context) ->
                        inner.accepts(word, context) && before.stream().anyMatch(w -> id(w).equals(id(word)))
                                ? CommonValueGrammars.ignored(Reason.duplicate("next hop", id(word)))
                                : inner.judge(word, context));
    }

    private static String id(String member) {
        return member.split(":", -1)[0];
    }

    /** Returns the grammar of prefixes between blanks and commas; systemd clears host bits with a warning. */
    private static Grammar allowed() {
        Grammar parts = words(
                text -> Splitter.by("," + Splitter.BLANKS, text),
                (word, before, context) -> Grammar.parsed(Addresses::net).judge(word, context));
        return (value, context) -> {
            List<Complaint> complaints = new ArrayList<>(parts.judge(value, context));
            for (String word : Splitter.by("," + Splitter.BLANKS, value)
                    .rest()
                    .toOptional()
                    .orElse(List.of())) {
                if (Addresses.net(word) instanceof Parsed.Good<Addresses.Net>(Addresses.Net net)
                        && !PrefixValueGrammars.isMasked(net)) {
                    complaints.add(new Complaint(
                                    Effect.CHANGED,
                                    Reason.about(word, "'" + word + "' has host bits set; systemd clears them"))
                            .with(Remedy.write(PrefixValueGrammars.masked(net))));
                }
            }
            return complaints;
        };
    }

    /** Check of a word against the words accepted before it. */
    @FunctionalInterface
    private interface WordRule {
        List<Complaint> judge(String word, List<String> before, ValueContext context);
    }

    private static Grammar words(Function<String, Splitter> split, WordRule rule) {
        return (value, context) -> {
            Splitter words = split.apply(value);
            List<Complaint> complaints = new ArrayList<>();
            List<String> taken = new ArrayList<>();
            for (Optional<Parsed<String>> next = words.next(); next.isPresent(); next = words.next()) {
                if (next.get() instanceof Parsed.Bad<String>(Reason reason)) {
                    complaints.addAll(Complaints.ofWord(
                            words, List.of(taken.isEmpty() ? Complaint.ignored(reason) : Complaint.part(reason))));
                    break;
                }
                String word = next.get().toOptional().orElseThrow();
                List<Complaint> found = rule.judge(word, taken, context);
                complaints.addAll(Complaints.ofWord(
                        words,
                        found.stream().map(c -> c.as(Effect.PART_IGNORED)).toList()));
                if (found.isEmpty()) {
                    taken.add(word);
                }
            }
            return complaints;
        };
    }
}
