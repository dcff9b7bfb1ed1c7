package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Grammars of journal fields, namespaces and filters (systemd.exec(5), "Logging and Standard Input/Output"). */
final class LoggingValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final int LOG_NAMESPACE_MAX = 222;

    /** Perl syntax that Java lacks: such a pattern is not checked. */
    private static final Pattern PERL_ONLY = Pattern.compile("\\\\[KhHRNXgG]|\\(\\?[#|&R0-9(P+-]|\\{,|\\[[^\\]]*\\[");

    /** A literal brace in Perl's expressions, since no count follows it. */
    private static final String LITERAL_BRACE = "(?<![\\\\pPx])\\{(?![0-9]*,?[0-9]*\\})";

    private LoggingValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("log_patterns", GrammarFactory.of(LoggingValueGrammars::pattern));
        factories.put(
                "log_fields",
                GrammarFactory.of((value, context) -> EnvironmentValueGrammars.variables(
                        value,
                        context,
                        "journal field",
                        "NAME=VALUE",
                        word -> word.indexOf('=') > 0
                                && Identifiers.isJournalField(word.substring(0, word.indexOf('='))),
                        Splitter.Flag.CUNESCAPE,
                        Splitter.Flag.UNQUOTE)));
        factories.put(
                "log_namespace",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.NAME,
                        name -> Complaints.unless(
                                PlainStrings.isSafe(name, PlainStrings.Flag.FILENAME)
                                        && UnitNames.isInstance(name)
                                        && name.length() <= LOG_NAMESPACE_MAX,
                                Reason.invalid("log namespace", name)))));
        return factories;
    }

    private static List<Complaint> pattern(String value, ValueContext context) {
        if (value.equals("~")) {
            return Complaints.ignored("missing pattern");
        }
        try {
            Pattern.compile(
                    SandboxValueGrammars.positive(value).replace("(?P<", "(?<").replaceAll(LITERAL_BRACE, "\\\\{"));
            return List.of();
        } catch (PatternSyntaxException e) {
            return PERL_ONLY.matcher(value).find()
                    ? List.of()
                    : Complaints.ignored(Reason.invalid("regular expression", SandboxValueGrammars.positive(value)));
        }
    }
}
