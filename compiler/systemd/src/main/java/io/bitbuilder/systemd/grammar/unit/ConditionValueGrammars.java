package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Sizes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Grammars of {@code Condition…=} and {@code Assert…=} (systemd.unit(5)). The manager accepts any string and finds an
 * invalid one when it tests the condition, which then fails silently.
 */
final class ConditionValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = Map.of(
            "condition_path",
                    GrammarFactory.of((value, context) ->
                            value.isEmpty() ? List.of() : path(value.replaceFirst("^\\|?!?", ""), context)),
            "condition",
                    GrammarFactory.of((value, context) -> value.isEmpty()
                            ? List.of()
                            : text(value.replaceFirst("^(\\|[ \\t\\n\\r]*)?(![ \\t\\n\\r]*)?", ""), context)));

    private static final Set<String> SECURITY = Set.of(
            "selinux",
            "smack",
            "apparmor",
            "audit",
            "ima",
            "tomoyo",
            "uefi-secureboot",
            "tpm2",
            "cvm",
            "measured-uki",
            "measured-os");
    private static final Set<String> VIRTUALIZATION = Set.of("private-users", "vm", "container");
    private static final String OPERATOR = "^(<>|<=|>=|==|!=|=|<|>)?[ \\t]*";

    private ConditionValueGrammars() {}

    private static List<Complaint> path(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.PATH,
                path -> Complaints.unless(Paths.check(path, Set.of(Paths.Check.ABSOLUTE))));
    }

    private static List<Complaint> text(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.LINE,
                text -> holds(text, context)
                        ? List.of()
                        : Complaints.silent(Reason.about(
                                text, "the condition never holds: '" + text + "' is not a value that it checks")));
    }

    private static boolean holds(String text, ValueContext context) {
        return switch (context.directive().flags()) {
            case "CONDITION_VIRTUALIZATION" ->
                VIRTUALIZATION.contains(text)
                        || Booleans.is(text)
                        || context.catalogue().words("virtualization").accepts(text, context.target());
            case "CONDITION_ARCHITECTURE" ->
                text.equals("native")
                        || context.catalogue().words("architecture").accepts(text, context.target());
            case "CONDITION_SECURITY" -> SECURITY.contains(text);
            case "CONDITION_AC_POWER", "CONDITION_FIRST_BOOT" -> Booleans.is(text);
            case "CONDITION_CAPABILITY" ->
                Capabilities.all().contains(text.toUpperCase(Locale.ROOT))
                        || Numbers.uint(text, 0, 62) instanceof Parsed.Good;
            case "CONDITION_MEMORY" -> Sizes.parse(text.replaceFirst(OPERATOR, ""), Sizes.IEC) instanceof Parsed.Good;
            case "CONDITION_CPUS" -> Numbers.uint32(text.replaceFirst(OPERATOR, "")) instanceof Parsed.Good;
            default -> true;
        };
    }
}
