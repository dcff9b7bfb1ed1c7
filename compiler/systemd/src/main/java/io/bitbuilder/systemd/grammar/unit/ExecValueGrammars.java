package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.UserNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grammars of the execution environment: user, input and output, environment, credentials (systemd.exec(5)). */
final class ExecValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Set<Paths.Check> ABSOLUTE = Set.of(Paths.Check.ABSOLUTE);
    private static final Set<String> USER_KEYS = Set.of("User", "SocketUser");

    private ExecValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("exec", GrammarFactory.of(ExecLines::judge));
        factories.put(
                "user",
                GrammarFactory.of((value, context) -> value.isEmpty()
                        ? List.of()
                        : user(
                                value,
                                context,
                                USER_KEYS.contains(context.directive().key()))));
        factories.put(
                "users",
                GrammarFactory.of((value, context) -> Complaints.asRefusal(
                        Complaints.untilFault(Splitter.of(value), word -> user(word, context, false)))));
        factories.put("working_directory", GrammarFactory.of(ExecValueGrammars::workingDirectory));
        factories.put("security_label", GrammarFactory.of(ExecValueGrammars::securityLabel));
        return factories;
    }

    private static List<Complaint> user(String value, ValueContext context, boolean nobody) {
        return Complaints.asRefusal(UnitSpecifiers.in(value, context, UnitSpecifiers.LINE, name -> {
            if (!UserNames.isRelaxed(name)) {
                return Complaints.ignored(Reason.invalid("user or group", name));
            }
            if (!UserNames.isStrict(name) && UserNames.id(name) instanceof Parsed.Bad) {
                return Complaints.with(
                        Remedy.of("write a name of lowercase letters, digits, - and _"),
                        Complaints.used(
                                Reason.about(name, "'" + name + "' is not accepted as a user name by every program")));
            }
            return nobody && name.equals("nobody")
                    ? Complaints.with(
                            Remedy.of("write DynamicUser=yes instead, or a user of its own"),
                            Complaints.used("nobody is not safe: other services use it too"))
                    : List.of();
        }));
    }

    static List<Complaint> path(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value, context, UnitSpecifiers.PATH, path -> Complaints.unless(Paths.check(path, ABSOLUTE)));
    }

    private static List<Complaint> workingDirectory(String value, ValueContext context) {
        boolean optional = value.startsWith("-");
        String path = optional ? value.substring(1) : value;
        List<Complaint> complaints = value.isEmpty() || path.equals("~") ? List.of() : path(path, context);
        return optional ? complaints : Complaints.asRefusal(complaints);
    }

    /** Judges a label of SELinux, AppArmor or SMACK; {@code -} before it makes faults harmless. */
    private static List<Complaint> securityLabel(String value, ValueContext context) {
        boolean optional = value.startsWith("-");
        List<Complaint> complaints = UnitSpecifiers.in(
                optional ? value.substring(1) : value, context, UnitSpecifiers.LINE, label -> List.of());
        return optional ? complaints : Complaints.asRefusal(complaints);
    }

    /** Returns the strings before and after the first separator. */
    static Optional<List<String>> pair(String value, String separator) {
        int at = value.indexOf(separator);
        return at < 0
                ? Optional.empty()
                : Optional.of(List.of(value.substring(0, at), value.substring(at + separator.length())));
    }
}
