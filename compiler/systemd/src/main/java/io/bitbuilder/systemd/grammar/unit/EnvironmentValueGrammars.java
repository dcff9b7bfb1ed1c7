package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Grammars of environment variables (systemd.exec(5), "Environment"). */
final class EnvironmentValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<Paths.Check> ABSOLUTE = Set.of(Paths.Check.ABSOLUTE);

    private EnvironmentValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "environment",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "assignment",
                        "NAME=VALUE",
                        Identifiers::isVariableWithValue,
                        Splitter.Flag.CUNESCAPE,
                        Splitter.Flag.UNQUOTE)));
        factories.put(
                "unset_environment",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "variable",
                        "NAME or NAME=VALUE",
                        word -> Identifiers.isVariable(word) || Identifiers.isVariableWithValue(word),
                        Splitter.Flag.CUNESCAPE,
                        Splitter.Flag.UNQUOTE)));
        factories.put(
                "pass_environment",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "variable name",
                        "letters, digits and _",
                        Identifiers::isVariable,
                        Splitter.Flag.UNQUOTE)));
        factories.put("environment_file", GrammarFactory.of(EnvironmentValueGrammars::environmentFile));
        return factories;
    }

    static List<Complaint> variables(
            String value,
            ValueContext context,
            String noun,
            String expected,
            Predicate<String> good,
            Splitter.Flag... flags) {
        return Complaints.each(
                Splitter.of(value, flags),
                word -> Complaints.asPart(UnitSpecifiers.in(
                        word,
                        context,
                        UnitSpecifiers.LINE,
                        text -> Complaints.unless(good.test(text), Reason.invalid(noun, text, expected)))));
    }

    private static List<Complaint> environmentFile(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.PATH,
                path -> path.isEmpty() && value.isEmpty()
                        ? List.of()
                        : Complaints.unless(Paths.check(path.startsWith("-") ? path.substring(1) : path, ABSOLUTE)));
    }
}
