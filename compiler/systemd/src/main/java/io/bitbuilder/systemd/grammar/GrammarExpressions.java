package io.bitbuilder.systemd.grammar;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The notation of {@code stdlib/catalogue/grammars/*.tsv}: {@code name}, {@code name(arguments)}, and alternatives
 * {@code a | b}, of which one must accept the value; the complaints of the last one count when none does.
 */
final class GrammarExpressions {
    private final Map<String, GrammarFactory> factories;

    GrammarExpressions(Map<String, GrammarFactory> factories) {
        this.factories = factories;
    }

    Grammar parse(String text) {
        List<Grammar> alternatives = split(text, '|').stream().map(this::single).toList();
        return alternatives.size() == 1 ? alternatives.getFirst() : anyOf(alternatives);
    }

    private static Grammar anyOf(List<Grammar> alternatives) {
        return (value, context) -> {
            List<Complaint> last = List.of();
            for (Grammar grammar : alternatives) {
                last = grammar.judge(value, context);
                if (last.isEmpty()) {
                    break;
                }
            }
            return last;
        };
    }

    private Grammar single(String text) {
        int open = text.indexOf('(');
        if (open >= 0 && !text.endsWith(")")) {
            throw new InternalFault("missing closing bracket in a grammar: " + text);
        }
        String name = open < 0 ? text : text.substring(0, open);
        GrammarFactory factory = factories.get(name);
        if (factory == null) {
            throw new InternalFault("unknown grammar " + name);
        }
        return factory.make(
                open < 0 ? List.of() : split(text.substring(open + 1, text.length() - 1), ','), this::parse);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == separator && depth == 0) {
                parts.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
