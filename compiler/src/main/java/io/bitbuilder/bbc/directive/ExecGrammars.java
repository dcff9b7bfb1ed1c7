package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Bytes;
import io.bitbuilder.bbc.literal.Escapes;
import io.bitbuilder.bbc.literal.Identifiers;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.literal.UnitNames;
import io.bitbuilder.bbc.literal.Users;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Grammars of the execution environment: user, input and output, environment, credentials (systemd.exec(5)). */
final class ExecGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final Set<Paths.Check> ABSOLUTE = Set.of(Paths.Check.ABSOLUTE);
    private static final Set<String> USER_KEYS = Set.of("User", "SocketUser");
    private static final int STDIN_MAX = 64 * 1024 * 1024;
    private static final int LOG_NAMESPACE_MAX = 222;

    private ExecGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("exec", Maker.of(ExecLines::judge));
        makers.put("user", Maker.of((value, context) -> value.isEmpty() ? List.of() : user(value, context, USER_KEYS.contains(context.directive().key()))));
        makers.put("users", Maker.of((value, context) -> Parts.asRefusal(Parts.untilFault(Splitter.of(value), word -> user(word, context, false)))));
        makers.put("exec_input", Maker.of(ExecGrammars::input));
        makers.put("exec_output", Maker.of(ExecGrammars::output));
        makers.put("input_text", Maker.of(ExecGrammars::inputText));
        makers.put("input_data", Maker.of((value, context) -> Parts.fine(Bytes.base64(value))));
        makers.put("working_directory", Maker.of(ExecGrammars::workingDirectory));
        makers.put("environment", Maker.of((value, context) -> variables(value, context, "assignment", "NAME=VALUE",
                Identifiers::isVariableWithValue, Splitter.Flag.CUNESCAPE, Splitter.Flag.UNQUOTE)));
        makers.put("unset_environment", Maker.of((value, context) -> variables(value, context, "variable", "NAME or NAME=VALUE",
                word -> Identifiers.isVariable(word) || Identifiers.isVariableWithValue(word), Splitter.Flag.CUNESCAPE, Splitter.Flag.UNQUOTE)));
        makers.put("pass_environment", Maker.of((value, context) -> variables(value, context, "variable name", "letters, digits and _", Identifiers::isVariable, Splitter.Flag.UNQUOTE)));
        makers.put("log_fields", Maker.of((value, context) -> variables(value, context, "journal field", "NAME=VALUE",
                word -> word.indexOf('=') > 0 && Identifiers.isJournalField(word.substring(0, word.indexOf('='))), Splitter.Flag.CUNESCAPE, Splitter.Flag.UNQUOTE)));
        makers.put("environment_file", Maker.of(ExecGrammars::environmentFile));
        makers.put("set_credential", Maker.of(ExecGrammars::setCredential));
        makers.put("load_credential", Maker.of(ExecGrammars::loadCredential));
        makers.put("import_credential", Maker.of(ExecGrammars::importCredential));
        makers.put("security_label", Maker.of(ExecGrammars::securityLabel));
        makers.put("log_namespace", Maker.of((value, context) -> Specifiers.in(value, context, Specifiers.NAME, name ->
                Parts.fine(Texts.isSafe(name, Texts.Flag.FILENAME) && UnitNames.isInstance(name) && name.length() <= LOG_NAMESPACE_MAX, Reason.invalid("log namespace", name)))));
        return makers;
    }

    private static List<Complaint> user(String value, Context context, boolean nobody) {
        return Parts.asRefusal(Specifiers.in(value, context, Specifiers.LINE, name -> {
            if (!Users.isRelaxed(name)) {
                return Parts.ignored(Reason.invalid("user or group", name));
            }
            if (!Users.isStrict(name) && Users.id(name) instanceof Parsed.Bad) {
                return Parts.used(Reason.about(name, "'" + name + "' is a user name that not every program accepts"));
            }
            return nobody && name.equals("nobody") ? Parts.used("nobody is not safe: other services use it too") : List.of();
        }));
    }

    private static List<Complaint> input(String value, Context context) {
        if (value.startsWith("fd:")) {
            return descriptor(value.substring(3), context);
        }
        return value.startsWith("file:") ? path(value.substring(5), context) : enumeration("exec_input", value, context);
    }

    private static List<Complaint> output(String value, Context context) {
        if (value.equals("syslog") || value.equals("syslog+console")) {
            return Parts.changed("systemd uses " + value.replace("syslog", "journal") + " instead");
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

    private static List<Complaint> enumeration(String name, String value, Context context) {
        return Parts.fine(context.catalogue().words(name).accepts(value, context.target()),
                Reason.notOneOf(value, context.catalogue().words(name).at(context.target())));
    }

    private static List<Complaint> descriptor(String value, Context context) {
        return Specifiers.in(value, context, Specifiers.NAME, name -> Parts.fine(Identifiers.isDescriptor(name), Reason.invalid("file descriptor name", name)));
    }

    private static List<Complaint> path(String value, Context context) {
        return Specifiers.in(value, context, Specifiers.PATH, path -> Parts.fine(Paths.check(path, ABSOLUTE)));
    }

    private static List<Complaint> inputText(String value, Context context) {
        return switch (Escapes.undo(value, false)) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String text) -> Specifiers.in(text, context, STDIN_MAX, all -> List.of());
        };
    }

    private static List<Complaint> workingDirectory(String value, Context context) {
        boolean optional = value.startsWith("-");
        String path = optional ? value.substring(1) : value;
        List<Complaint> complaints = value.isEmpty() || path.equals("~") ? List.of() : path(path, context);
        return optional ? complaints : Parts.asRefusal(complaints);
    }

    private static List<Complaint> variables(String value, Context context, String noun, String expected, Predicate<String> good, Splitter.Flag... flags) {
        return Parts.each(Splitter.of(value, flags), word -> Parts.asPart(Specifiers.in(word, context, Specifiers.LINE, text ->
                Parts.fine(good.test(text), Reason.invalid(noun, text, expected)))));
    }

    private static List<Complaint> environmentFile(String value, Context context) {
        return Specifiers.in(value, context, Specifiers.PATH, path -> path.isEmpty() && value.isEmpty() ? List.of()
                : Parts.fine(Paths.check(path.startsWith("-") ? path.substring(1) : path, ABSOLUTE)));
    }

    /** Checks the name before the first colon, then the rest. */
    private static List<Complaint> credential(String value, Context context, Predicate<String> good, Function<String, List<Complaint>> then) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        return switch (words.next().orElse(Parsed.good(""))) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String word) -> Specifiers.in(word, context, Specifiers.NAME, name ->
                    good.test(name) ? then.apply(words.tail().orElse("")) : Parts.ignored(Reason.invalid("credential name", name)));
        };
    }

    private static List<Complaint> setCredential(String value, Context context) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        if (words.next().filter(w -> w instanceof Parsed.Good).isPresent() && words.tail().orElse("").isEmpty()) {
            return Parts.ignored("missing credential data");
        }
        return credential(value, context, Identifiers::isCredential, data -> context.directive().flags().isEmpty()
                ? Parts.fine(Escapes.areSound(data), "invalid escape sequence in the data") : Parts.fine(Bytes.base64(data)));
    }

    private static List<Complaint> loadCredential(String value, Context context) {
        return credential(value, context, Identifiers::isCredential, source -> source.isEmpty() ? List.of()
                : Specifiers.in(source, context, Specifiers.PATH, path ->
                        Parts.fine(Paths.isAbsolute(path) ? Paths.isNormalized(path) : Identifiers.isCredential(path), Reason.invalid("credential source", path, "a normalized absolute path or a credential name"))));
    }

    private static List<Complaint> importCredential(String value, Context context) {
        return credential(value, context, Identifiers::isCredentialGlob, name ->
                Parts.fine(name.isEmpty() || Identifiers.isCredential(name), Reason.invalid("credential name", name)));
    }

    /** A label of SELinux, AppArmor or SMACK; {@code -} before it makes faults harmless. */
    private static List<Complaint> securityLabel(String value, Context context) {
        boolean optional = value.startsWith("-");
        List<Complaint> complaints = Specifiers.in(optional ? value.substring(1) : value, context, Specifiers.LINE, label -> List.of());
        return optional ? complaints : Parts.asRefusal(complaints);
    }

    /** Returns the strings before and after the first separator. */
    static Optional<List<String>> pair(String value, String separator) {
        int at = value.indexOf(separator);
        return at < 0 ? Optional.empty() : Optional.of(List.of(value.substring(0, at), value.substring(at + separator.length())));
    }
}
