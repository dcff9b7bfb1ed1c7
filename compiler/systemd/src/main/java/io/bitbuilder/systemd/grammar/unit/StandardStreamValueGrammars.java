package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.ByteEncodings;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.Identifiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Grammars of standard input and output (systemd.exec(5), "Logging and Standard Input/Output"). */
final class StandardStreamValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final int STDIN_MAX = 64 * 1024 * 1024;

    private StandardStreamValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("exec_input", GrammarFactory.of(StandardStreamValueGrammars::input));
        factories.put("exec_output", GrammarFactory.of(StandardStreamValueGrammars::output));
        factories.put("input_text", GrammarFactory.of(StandardStreamValueGrammars::inputText));
        factories.put(
                "input_data", GrammarFactory.of((value, context) -> Complaints.unless(ByteEncodings.base64(value))));
        return factories;
    }

    private static List<Complaint> input(String value, ValueContext context) {
        if (value.startsWith("fd:")) {
            return descriptor(value.substring(3), context);
        }
        return value.startsWith("file:")
                ? ExecValueGrammars.path(value.substring(5), context)
                : enumeration("exec_input", value, context);
    }

    private static List<Complaint> output(String value, ValueContext context) {
        if (value.equals("syslog") || value.equals("syslog+console")) {
            String journal = value.replace("syslog", "journal");
            return Complaints.with(Remedy.write(journal), Complaints.changed("systemd uses " + journal + " instead"));
        }
        if (value.startsWith("fd:")) {
            return descriptor(value.substring(3), context);
        }
        for (String kind : List.of("file:", "append:", "truncate:")) {
            if (value.startsWith(kind)) {
                return ExecValueGrammars.path(value.substring(kind.length()), context);
            }
        }
        return enumeration("exec_output", value, context);
    }

    private static List<Complaint> enumeration(String name, String value, ValueContext context) {
        return Complaints.unless(
                context.catalogue().words(name).accepts(value, context.target()),
                Reason.notOneOf(value, context.catalogue().words(name).at(context.target())));
    }

    private static List<Complaint> descriptor(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.NAME,
                name -> Complaints.unless(
                        Identifiers.isDescriptor(name), Reason.invalid("file descriptor name", name)));
    }

    private static List<Complaint> inputText(String value, ValueContext context) {
        return switch (Escapes.undo(value, false)) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String text) -> UnitSpecifiers.in(text, context, STDIN_MAX, all -> List.of());
        };
    }
}
