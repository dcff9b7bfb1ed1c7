package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Grammars of the cgroup tree: delegation and controllers (systemd.resource-control(5), "Control Group Management").
 */
final class CgroupValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<String> DELEGATING = Set.of("service", "scope");
    private static final String CONTROLLER = "cgroup_controller";

    private CgroupValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("delegate", GrammarFactory.of(CgroupValueGrammars::delegate));
        factories.put(
                "delegate_subgroup",
                GrammarFactory.of((value, context) -> !DELEGATING.contains(UnitNameValueGrammars.type(context))
                        ? ResourceValueGrammars.unsupported(context)
                        : Complaints.unless(
                                value.isEmpty() || isGroup(value, context), Reason.invalid("cgroup name", value))));
        factories.put("disable_controllers", GrammarFactory.of(CgroupValueGrammars::disable));
        return factories;
    }

    private static List<Complaint> delegate(String value, ValueContext context) {
        if (!DELEGATING.contains(UnitNameValueGrammars.type(context))) {
            return ResourceValueGrammars.unsupported(context);
        }
        return value.isEmpty() || Booleans.is(value)
                ? List.of()
                : Complaints.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Complaints.asPart(Complaints.unless(
                                isController(word, context), Reason.unknown("cgroup controller", word))));
    }

    private static boolean isController(String word, ValueContext context) {
        return context.catalogue().words(CONTROLLER).accepts(word, context.target());
    }

    private static boolean isGroup(String name, ValueContext context) {
        return PlainStrings.isFilename(name)
                && !name.startsWith("_")
                && !name.startsWith(".")
                && !name.startsWith("cgroup.")
                && !Set.of("notify_on_release", "release_agent", "tasks").contains(name)
                && context.catalogue().words(CONTROLLER).at(context.target()).stream()
                        .noneMatch(c -> name.startsWith(c + "."));
    }

    private static List<Complaint> disable(String value, ValueContext context) {
        return switch (Splitter.all(value)) {
            case Parsed.Bad<List<String>>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<List<String>>(List<String> words) -> {
                List<String> unknown = words.stream()
                        .filter(word -> !isController(word, context))
                        .toList();
                if (value.isEmpty() || unknown.isEmpty() && !words.isEmpty()) {
                    yield List.of();
                }
                yield unknown.size() < words.size()
                        ? Complaints.silent(Reason.unknown("cgroup controller", unknown.getFirst()))
                        : Complaints.ignored("missing cgroup controller");
            }
        };
    }
}
