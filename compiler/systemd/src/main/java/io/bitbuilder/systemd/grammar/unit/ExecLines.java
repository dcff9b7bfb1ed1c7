package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Command lines of {@code ExecStart=} and its like (systemd.service(5), "Command lines"). */
public final class ExecLines {
    private static final String OPEN_QUOTE = "missing closing quote";
    private static final String OLD_PREFIX = "!!";

    /** Begin of an assignment of a shell. */
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=");

    private final ValueContext context;
    private final List<Complaint> complaints = new ArrayList<>();
    private Optional<String> rest;
    private int commands;

    private ExecLines(String value, ValueContext context) {
        this.context = context;
        this.rest = Optional.of(value);
    }

    /** Returns the complaints of systemd about the value; an empty one resets the directive. */
    static List<Complaint> judge(String value, ValueContext context) {
        ExecLines lines = new ExecLines(value, context);
        lines.read();
        return lines.complaints;
    }

    /** Returns the number of commands that systemd reads from the value. */
    public static int commands(String value, ValueContext context) {
        ExecLines lines = new ExecLines(value, context);
        lines.read();
        return lines.commands;
    }

    private void read() {
        boolean more = !rest.orElse("").isEmpty();
        while (more) {
            Optional<String> first = word(false);
            more = first.isPresent() && (first.get().equals(";") || command(first.get()));
        }
    }

    /** Judges one command; returns whether another one follows it. */
    private boolean command(String first) {
        Prefixes prefixes = Prefixes.of(first);
        if (prefixes.old()) {
            complaints.add(new Complaint(Effect.USED, Reason.about(OLD_PREFIX, "the prefix !! no longer has an effect"))
                    .with(new Remedy("remove the prefix", Optional.of(""))));
        }
        boolean ignore = prefixes.failureIgnored();
        if (!prefixes.shell()) {
            Optional<Reason> wrong = wrongProgram(prefixes.program());
            if (wrong.isPresent()) {
                fault(ignore, wrong.get());
                return false;
            }
        }
        boolean named = prefixes.shell() || !prefixes.ownName();
        boolean some = named;
        while (!rest.orElse("").isEmpty()) {
            String text = rest.get();
            if (isToken(text, ";")) {
                rest = Optional.of(text.substring(1).replaceFirst("^[ \t\n\r]+", ""));
                return accept(some, ignore);
            }
            if (isToken(text, "\\;")) {
                rest = Optional.of(text.substring(2).replaceFirst("^[ \t\n\r]+", ""));
                some = true;
                continue;
            }
            Optional<String> word = word(!ignore);
            if (word.isEmpty()) {
                return false;
            }
            if (UnitSpecifiers.expand(word.get(), context, UnitSpecifiers.LINE)
                    instanceof Parsed.Bad<String>(Reason reason)) {
                return fault(ignore, reason);
            }
            complaints.addAll(UnitSpecifiers.advice(word.get()));
            some = true;
        }
        accept(some, ignore);
        return false;
    }

    private boolean accept(boolean named, boolean ignore) {
        commands += named ? 1 : 0;
        return named || fault(ignore, Reason.of("missing argv[0] after @"));
    }

    private static boolean isToken(String text, String token) {
        return text.startsWith(token)
                && (text.length() == token.length() || Splitter.BLANKS.indexOf(text.charAt(token.length())) >= 0);
    }

    private boolean fault(boolean ignored, Reason reason) {
        complaints.add(
                !ignored
                        ? Complaint.refused(reason)
                        : commands > 0 ? Complaint.part(reason) : Complaint.ignored(reason));
        return false;
    }

    private Optional<Reason> wrongProgram(String program) {
        return switch (UnitSpecifiers.expand(program, context, UnitSpecifiers.PATH)) {
            case Parsed.Bad<String>(Reason reason) -> Optional.of(reason);
            case Parsed.Good<String>(String path) -> {
                complaints.addAll(UnitSpecifiers.advice(program));
                if (path.isEmpty()) {
                    yield Optional.of(Reason.of("missing program"));
                }
                if (!PlainStrings.isSafe(path)) {
                    yield Optional.of(Reason.about(path, "the program '" + path + "' contains special characters"));
                }
                boolean folder = path.endsWith("/")
                        || path.endsWith("/.")
                        || path.endsWith("/..")
                        || path.equals(".")
                        || path.equals("..");
                boolean good =
                        !folder && (Paths.isAbsolute(path) ? Paths.isValid(path) : PlainStrings.isFilename(path));
                if (!good && ASSIGNMENT.matcher(path).lookingAt()) {
                    yield Optional.of(Reason.about(
                            path, "invalid program '" + path + "': systemd has no shell to assign the variable"));
                }
                yield good
                        ? Optional.empty()
                        : Optional.of(Reason.invalid("program", path, "a file name or an absolute path"));
            }
        };
    }

    /**
     * Returns the next word; systemd keeps an invalid escape sequence with a warning, and stops at an unclosed quote.
     */
    private Optional<String> word(boolean refuse) {
        String text = rest.orElse("");
        Splitter strict = Splitter.of(text, Splitter.Flag.UNQUOTE, Splitter.Flag.CUNESCAPE);
        Optional<Parsed<String>> read = strict.next();
        if (read.isPresent() && read.get() instanceof Parsed.Bad<String>(Reason reason)) {
            Splitter relaxed =
                    Splitter.of(text, Splitter.Flag.UNQUOTE, Splitter.Flag.CUNESCAPE, Splitter.Flag.UNESCAPE_RELAX);
            Optional<String> again = relaxed.next().flatMap(Parsed::toOptional);
            rest = relaxed.tail();
            if (again.isEmpty()) {
                complaints.add(refuse ? Complaint.refused(OPEN_QUOTE) : Complaint.ignored(OPEN_QUOTE));
            } else {
                complaints.add(new Complaint(
                                Effect.CHANGED,
                                Reason.about(reason.part(), reason.words() + "; systemd keeps it as it is"))
                        .with(Remedy.of("write \\\\ for a backslash")));
            }
            return again;
        }
        rest = strict.tail();
        return read.flatMap(Parsed::toOptional);
    }

    /**
     * The special characters before a program.
     *
     * @param ownName true for {@code @}: the next word is the name that the program sees
     * @param old true for {@code !!}
     */
    private record Prefixes(String program, boolean failureIgnored, boolean ownName, boolean shell, boolean old) {

        static Prefixes of(String word) {
            String seen = "";
            boolean old = false;
            int at = 0;
            for (; at < word.length(); at++) {
                char c = word.charAt(at);
                boolean privilege = seen.indexOf('+') >= 0 || old;
                if ("-@:|".indexOf(c) >= 0 && seen.indexOf(c) < 0
                        || (c == '+' || c == '!') && !privilege && seen.indexOf('!') < 0) {
                    seen += c;
                } else if (c == '!' && !privilege) {
                    old = true;
                    seen = seen.replace("!", "");
                } else {
                    break;
                }
            }
            return new Prefixes(
                    word.substring(at), seen.indexOf('-') >= 0, seen.indexOf('@') >= 0, seen.indexOf('|') >= 0, old);
        }
    }
}
