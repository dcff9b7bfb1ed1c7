package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Feature;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Encodings;
import io.bitbuilder.systemd.grammar.common.HostSpecifiers;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter.Flag;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Line of tmpfiles.d(5): type with modifiers, path, mode, user, group, age, argument. It is read with the modifier
 * {@code !} in force, as at boot, and as if the sources of copies exist.
 */
final class TmpfilesLine {
    /** Refuses unused arguments and expands {@code %D}. */
    private static final Feature STRICT = Feature.of("tmpfiles-strict");

    private static final String TYPES = "fFdDvqQpLcbCwetTaAkKhHxXrRzZm";
    private static final String WITHOUT_ARGUMENT = "dvqQeDpxXrRmzZ";
    private static final String WITH_ARGUMENT = "wcbtTaAkKhH";
    private static final String NOT_ENCODED = "LCcbtTaAkKhH";
    private static final String PURGED = "fFdDvqQpLcbCwe";
    private static final String FOLDERS = "dDvqQ";
    private static final int PATH = 1;
    private static final int MODE = 2;
    private static final int USER = 3;
    private static final int GROUP = 4;
    private static final int AGE = 5;
    private static final int COLUMNS = 6;
    private static final int MAX_ARGUMENT = 4095;
    private static final String LEGACY_RUN = "/var/run/";

    private final List<Complaint> complaints = new ArrayList<>();
    private final int target;
    private final HostSpecifiers specifiers;
    private String modifiers = "";
    private char type;
    private String argument = "";

    private TmpfilesLine(int target) {
        this.target = target;
        this.specifiers = STRICT.isIn(target) ? HostSpecifiers.TMPFILES : HostSpecifiers.TMPFILES_261;
    }

    /**
     * Result of a line.
     *
     * @param item the accepted line; empty when systemd ignores it
     */
    record Outcome(List<Complaint> complaints, Optional<TmpfilesItem> item) {}

    static Outcome read(String text, int target) {
        TmpfilesLine line = new TmpfilesLine(target);
        Optional<TmpfilesItem> item = line.item(text);
        return new Outcome(line.complaints, item);
    }

    private Optional<TmpfilesItem> item(String text) {
        return switch (Columns.read(text, COLUMNS, Flag.UNQUOTE, Flag.CUNESCAPE)) {
            case Parsed.Bad<Columns>(Reason reason) -> drop(reason.words());
            case Parsed.Good<Columns>(Columns columns) -> item(columns);
        };
    }

    private Optional<TmpfilesItem> item(Columns columns) {
        if (columns.given() <= PATH) {
            return drop("missing path: a line has at least a type and a path");
        }
        argument = isUnset(columns.rest()) ? "" : columns.rest();
        return command(columns.get(0))
                ? path(columns.get(PATH)).flatMap(path -> settings(path, columns))
                : Optional.empty();
    }

    private boolean command(String command) {
        if (command.isEmpty()) {
            return refuse("missing type");
        }
        type = command.charAt(0);
        modifiers = command.substring(1);
        for (int at = 0; at < modifiers.length(); at++) {
            char c = modifiers.charAt(at);
            if ("!+-=~^$?".indexOf(c) < 0 || modifiers.indexOf(c) < at) {
                return refuse("'" + command + "' has an unknown or duplicate modifier");
            }
        }
        return true;
    }

    private boolean exists() {
        boolean known =
                TYPES.indexOf(type) >= 0 && ("kK".indexOf(type) < 0 || TmpfilesArgument.CAPABILITIES.isIn(target));
        return known || refuse("unknown type '" + type + "'");
    }

    private Optional<String> path(String column) {
        Optional<String> expanded = specifiers.expand(column);
        if (expanded.isEmpty()) {
            return drop("'" + column + "' contains an unknown specifier");
        }
        String path = expanded.get();
        if (path.startsWith(LEGACY_RUN) && path.length() > LEGACY_RUN.length()) {
            String modern = "/run/" + path.substring(LEGACY_RUN.length());
            complaints.add(new Complaint(
                    Effect.CHANGED, path + " is below the legacy directory /var/run; systemd uses " + modern));
            path = modern;
        }
        return path.startsWith("/")
                ? Optional.of(Paths.simplify(path, false))
                : drop("the path '" + path + "' is not absolute");
    }

    private Optional<TmpfilesItem> settings(String path, Columns columns) {
        if (!exists() || !argument() || !modifiersSuit() || !expandArgument(path)) {
            return Optional.empty();
        }
        if (!account("user", columns.get(USER))
                || !account("group", columns.get(GROUP))
                || !mode(columns.get(MODE))
                || !age(columns.get(AGE))) {
            return Optional.empty();
        }
        String mode = !isUnset(columns.get(MODE))
                ? TmpfilesFields.mode(columns.get(MODE))
                : FOLDERS.indexOf(type) >= 0 ? "folder" : "file";
        String settings = String.join(
                "\0",
                argument,
                mode,
                TmpfilesFields.account(columns.get(USER)),
                TmpfilesFields.account(columns.get(GROUP)),
                TmpfilesFields.age(columns.get(AGE)));
        return has('^') ? Optional.empty() : Optional.of(new TmpfilesItem(type, has('+'), path, settings));
    }

    private boolean argument() {
        if (WITHOUT_ARGUMENT.indexOf(type) >= 0) {
            return argument.isEmpty() || unused();
        }
        if (NOT_ENCODED.indexOf(type) >= 0 && has('~')) {
            return refuse("modifier '~' (Base64) is not supported for type '" + type + "'");
        }
        if (WITH_ARGUMENT.indexOf(type) >= 0 && argument.isEmpty()) {
            return refuse("missing argument for type '" + type + "'");
        }
        List<Complaint> found = TmpfilesArgument.judge(type, argument);
        complaints.addAll(found);
        return found.stream().noneMatch(c -> c.effect() == Effect.LINE_IGNORED);
    }

    /** Reports an unused argument: older releases ignore the argument, newer ones the line. */
    private boolean unused() {
        String reason = "unexpected argument for type '" + type + "'";
        if (!STRICT.isIn(target)) {
            complaints.add(Complaint.part(reason));
            argument = "";
            return true;
        }
        return refuse(reason);
    }

    private boolean modifiersSuit() {
        if (has('$') && PURGED.indexOf(type) < 0) {
            return refuse("modifier '$' is not supported for type '" + type + "'");
        }
        return !has('?') || type == 'L' || refuse("modifier '?' is not supported for type '" + type + "'");
    }

    private boolean expandArgument(String path) {
        if (!has('~') && "CLfFwtT".indexOf(type) >= 0 && !argument.isEmpty()) {
            boolean text = "CLfFw".indexOf(type) >= 0;
            Optional<String> expanded = specifiers.expand(
                    text ? Escapes.undo(argument, true).toOptional().orElse(argument) : argument);
            if (expanded.isEmpty()) {
                return refuse("the argument contains an unknown specifier");
            }
            argument = expanded.get();
            if (text && Utf8Text.length(argument) > MAX_ARGUMENT) {
                return refuse("the argument exceeds " + MAX_ARGUMENT + " bytes");
            }
        }
        if ("CL".indexOf(type) >= 0 && argument.isEmpty()) {
            argument = "/usr/share/factory" + path;
        }
        if (type == 'C' && !argument.startsWith("/")) {
            return refuse("the source '" + argument + "' is not absolute");
        }
        if (has('^')) {
            return credential();
        }
        return !has('~') || argument.isEmpty() || Encodings.isBase64(argument) || refuse("invalid Base64 argument");
    }

    private boolean credential() {
        if (argument.isEmpty()) {
            return refuse("modifier '^' requires the name of a credential as argument");
        }
        return PlainStrings.isFilename(argument) && argument.chars().allMatch(c -> c >= ' ' && c < 127 && c != ':')
                || refuse("invalid credential name '" + argument + "'");
    }

    private boolean account(String role, String column) {
        String name = column.startsWith(":") ? column.substring(1) : column;
        return isUnset(column) || TmpfilesFields.isAccount(name) || refuse("invalid " + role + " '" + name + "'");
    }

    private boolean mode(String column) {
        return isUnset(column) || TmpfilesFields.isMode(column) || refuse("invalid mode '" + column + "'");
    }

    private boolean age(String column) {
        if (isUnset(column)) {
            return true;
        }
        if (type == 'r' && column.startsWith("~") && STRICT.isIn(target)) {
            return refuse("'~' before the age is not supported for type 'r'");
        }
        return TmpfilesFields.isAge(column) || refuse("invalid age '" + column + "'");
    }

    private boolean has(char modifier) {
        return modifiers.indexOf(modifier) >= 0;
    }

    static boolean isUnset(String column) {
        return column.isEmpty() || column.equals("-");
    }

    private boolean refuse(String reason) {
        complaints.add(Complaint.ignored(reason));
        return false;
    }

    private <T> Optional<T> drop(String reason) {
        refuse(reason);
        return Optional.empty();
    }
}
