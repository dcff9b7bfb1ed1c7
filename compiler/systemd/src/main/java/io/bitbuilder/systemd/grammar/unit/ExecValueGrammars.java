package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Judgements;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.ByteEncodings;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.UnitNames;
import io.bitbuilder.systemd.value.UserNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Grammars of the execution environment: user, input and output, environment, credentials (systemd.exec(5)). */
final class ExecValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = makers();

    private static final Set<Paths.Check> ABSOLUTE = Set.of(Paths.Check.ABSOLUTE);
    private static final Set<String> USER_KEYS = Set.of("User", "SocketUser");
    private static final int STDIN_MAX = 64 * 1024 * 1024;
    private static final int LOG_NAMESPACE_MAX = 222;

    private ExecValueGrammars() {}

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>();
        makers.put("exec", GrammarFactory.of(ExecLines::judge));
        makers.put(
                "user",
                GrammarFactory.of((value, context) -> value.isEmpty()
                        ? List.of()
                        : user(
                                value,
                                context,
                                USER_KEYS.contains(context.directive().key()))));
        makers.put(
                "users",
                GrammarFactory.of((value, context) -> Judgements.asRefusal(
                        Judgements.untilFault(Splitter.of(value), word -> user(word, context, false)))));
        makers.put("exec_input", GrammarFactory.of(ExecValueGrammars::input));
        makers.put("exec_output", GrammarFactory.of(ExecValueGrammars::output));
        makers.put("input_text", GrammarFactory.of(ExecValueGrammars::inputText));
        makers.put("input_data", GrammarFactory.of((value, context) -> Judgements.fine(ByteEncodings.base64(value))));
        makers.put("working_directory", GrammarFactory.of(ExecValueGrammars::workingDirectory));
        makers.put(
                "environment",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "assignment",
                        "NAME=VALUE",
                        Identifiers::isVariableWithValue,
                        Splitter.Flag.CUNESCAPE,
                        Splitter.Flag.UNQUOTE)));
        makers.put(
                "unset_environment",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "variable",
                        "NAME or NAME=VALUE",
                        word -> Identifiers.isVariable(word) || Identifiers.isVariableWithValue(word),
                        Splitter.Flag.CUNESCAPE,
                        Splitter.Flag.UNQUOTE)));
        makers.put(
                "pass_environment",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "variable name",
                        "letters, digits and _",
                        Identifiers::isVariable,
                        Splitter.Flag.UNQUOTE)));
        makers.put(
                "log_fields",
                GrammarFactory.of((value, context) -> variables(
                        value,
                        context,
                        "journal field",
                        "NAME=VALUE",
                        word -> word.indexOf('=') > 0
                                && Identifiers.isJournalField(word.substring(0, word.indexOf('='))),
                        Splitter.Flag.CUNESCAPE,
                        Splitter.Flag.UNQUOTE)));
        makers.put("environment_file", GrammarFactory.of(ExecValueGrammars::environmentFile));
        makers.put("set_credential", GrammarFactory.of(ExecValueGrammars::setCredential));
        makers.put("load_credential", GrammarFactory.of(ExecValueGrammars::loadCredential));
        makers.put("import_credential", GrammarFactory.of(ExecValueGrammars::importCredential));
        makers.put("security_label", GrammarFactory.of(ExecValueGrammars::securityLabel));
        makers.put(
                "log_namespace",
                GrammarFactory.of((value, context) -> UnitSpecifiers.in(
                        value,
                        context,
                        UnitSpecifiers.NAME,
                        name -> Judgements.fine(
                                PlainStrings.isSafe(name, PlainStrings.Flag.FILENAME)
                                        && UnitNames.isInstance(name)
                                        && name.length() <= LOG_NAMESPACE_MAX,
                                Reason.invalid("log namespace", name)))));
        return makers;
    }

    private static List<Complaint> user(String value, ValueContext context, boolean nobody) {
        return Judgements.asRefusal(UnitSpecifiers.in(value, context, UnitSpecifiers.LINE, name -> {
            if (!UserNames.isRelaxed(name)) {
                return Judgements.ignored(Reason.invalid("user or group", name));
            }
            if (!UserNames.isStrict(name) && UserNames.id(name) instanceof Parsed.Bad) {
                return Judgements.used(
                        Reason.about(name, "'" + name + "' is not accepted as a user name by every program"));
            }
            return nobody && name.equals("nobody")
                    ? Judgements.used("nobody is not safe: other services use it too")
                    : List.of();
        }));
    }

    private static List<Complaint> input(String value, ValueContext context) {
        if (value.startsWith("fd:")) {
            return descriptor(value.substring(3), context);
        }
        return value.startsWith("file:")
                ? path(value.substring(5), context)
                : enumeration("exec_input", value, context);
    }

    private static List<Complaint> output(String value, ValueContext context) {
        if (value.equals("syslog") || value.equals("syslog+console")) {
            return Judgements.changed("systemd uses " + value.replace("syslog", "journal") + " instead");
        }
        if (value.startsWith("fd:")) {
            return descriptor(value.substring(3), context);
        }
        for (String kind : List.of("file:", "append:", "truncate:")) {
            if (value.startsWith(kind)) {
                return path(value.substring(kind.length()), context);
            }
        }
        return enumeration("exec_output", value, context);
    }

    private static List<Complaint> enumeration(String name, String value, ValueContext context) {
        return Judgements.fine(
                context.catalogue().words(name).accepts(value, context.target()),
                Reason.notOneOf(value, context.catalogue().words(name).at(context.target())));
    }

    private static List<Complaint> descriptor(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.NAME,
                name -> Judgements.fine(Identifiers.isDescriptor(name), Reason.invalid("file descriptor name", name)));
    }

    private static List<Complaint> path(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value, context, UnitSpecifiers.PATH, path -> Judgements.fine(Paths.check(path, ABSOLUTE)));
    }

    private static List<Complaint> inputText(String value, ValueContext context) {
        return switch (Escapes.undo(value, false)) {
            case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<String>(String text) -> UnitSpecifiers.in(text, context, STDIN_MAX, all -> List.of());
        };
    }

    private static List<Complaint> workingDirectory(String value, ValueContext context) {
        boolean optional = value.startsWith("-");
        String path = optional ? value.substring(1) : value;
        List<Complaint> complaints = value.isEmpty() || path.equals("~") ? List.of() : path(path, context);
        return optional ? complaints : Judgements.asRefusal(complaints);
    }

    private static List<Complaint> variables(
            String value,
            ValueContext context,
            String noun,
            String expected,
            Predicate<String> good,
            Splitter.Flag... flags) {
        return Judgements.each(
                Splitter.of(value, flags),
                word -> Judgements.asPart(UnitSpecifiers.in(
                        word,
                        context,
                        UnitSpecifiers.LINE,
                        text -> Judgements.fine(good.test(text), Reason.invalid(noun, text, expected)))));
    }

    private static List<Complaint> environmentFile(String value, ValueContext context) {
        return UnitSpecifiers.in(
                value,
                context,
                UnitSpecifiers.PATH,
                path -> path.isEmpty() && value.isEmpty()
                        ? List.of()
                        : Judgements.fine(Paths.check(path.startsWith("-") ? path.substring(1) : path, ABSOLUTE)));
    }

    /** Checks the name before the first colon, then the rest. */
    private static List<Complaint> credential(
            String value, ValueContext context, Predicate<String> good, Function<String, List<Complaint>> then) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        return switch (words.next().orElse(Parsed.good(""))) {
            case Parsed.Bad<String>(Reason reason) -> Judgements.ignored(reason);
            case Parsed.Good<String>(String word) ->
                UnitSpecifiers.in(
                        word,
                        context,
                        UnitSpecifiers.NAME,
                        name -> good.test(name)
                                ? then.apply(words.tail().orElse(""))
                                : Judgements.ignored(Reason.invalid("credential name", name)));
        };
    }

    private static List<Complaint> setCredential(String value, ValueContext context) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        if (words.next().filter(w -> w instanceof Parsed.Good).isPresent()
                && words.tail().orElse("").isEmpty()) {
            return Judgements.ignored("missing credential data");
        }
        return credential(
                value,
                context,
                Identifiers::isCredential,
                data -> context.directive().flags().isEmpty()
                        ? Judgements.fine(Escapes.areSound(data), "invalid escape sequence in the data")
                        : Judgements.fine(ByteEncodings.base64(data)));
    }

    private static List<Complaint> loadCredential(String value, ValueContext context) {
        return credential(
                value,
                context,
                Identifiers::isCredential,
                source -> source.isEmpty()
                        ? List.of()
                        : UnitSpecifiers.in(
                                source,
                                context,
                                UnitSpecifiers.PATH,
                                path -> Judgements.fine(
                                        Paths.isAbsolute(path)
                                                ? Paths.isNormalized(path)
                                                : Identifiers.isCredential(path),
                                        Reason.invalid(
                                                "credential source",
                                                path,
                                                "a normalized absolute path or a credential name"))));
    }

    private static List<Complaint> importCredential(String value, ValueContext context) {
        return credential(
                value,
                context,
                Identifiers::isCredentialGlob,
                name -> Judgements.fine(
                        name.isEmpty() || Identifiers.isCredential(name), Reason.invalid("credential name", name)));
    }

    /** Judges a label of SELinux, AppArmor or SMACK; {@code -} before it makes faults harmless. */
    private static List<Complaint> securityLabel(String value, ValueContext context) {
        boolean optional = value.startsWith("-");
        List<Complaint> complaints = UnitSpecifiers.in(
                optional ? value.substring(1) : value, context, UnitSpecifiers.LINE, label -> List.of());
        return optional ? complaints : Judgements.asRefusal(complaints);
    }

    /** Returns the strings before and after the first separator. */
    static Optional<List<String>> pair(String value, String separator) {
        int at = value.indexOf(separator);
        return at < 0
                ? Optional.empty()
                : Optional.of(List.of(value.substring(0, at), value.substring(at + separator.length())));
    }
}
