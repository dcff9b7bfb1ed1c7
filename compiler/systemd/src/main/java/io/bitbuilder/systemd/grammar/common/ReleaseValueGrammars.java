package io.bitbuilder.systemd.grammar.common;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values for which a later release accepts more forms than an earlier one. */
final class ReleaseValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = Map.of("since", ReleaseValueGrammars::since);

    private ReleaseValueGrammars() {}

    /**
     * {@code since(release,new,old)}: the new grammar from that release on, the old one before it. A value that only
     * the new one accepts is distinguished from an invalid one.
     */
    private static Grammar since(List<String> arguments, Function<String, Grammar> parse) {
        int release = Integer.parseInt(arguments.get(0));
        Grammar later = parse.apply(arguments.get(1));
        Grammar earlier = parse.apply(arguments.get(2));
        return (value, context) -> {
            if (context.target() >= release) {
                return later.judge(value, context);
            }
            List<Complaint> complaints = earlier.judge(value, context);
            return complaints.isEmpty() || !later.accepts(value, context)
                    ? complaints
                    : complaints.stream()
                            .map(c -> c.withReason("supported since systemd " + release + "; " + c.reason()))
                            .toList();
        };
    }
}
