package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.directive.Complaint;
import io.bitbuilder.bbc.directive.Encodings;
import io.bitbuilder.bbc.directive.HostSpecifiers;
import io.bitbuilder.bbc.literal.Escapes;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Splitter.Flag;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.literal.Utf8;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of tmpfiles.d(5): type with modifiers, path, mode, user, group, age, argument. It is read with the modifier {@code !}
 * in force, as at boot, and as if copied files were there.
 */
final class TmpfilesLine {
    /** The release that refuses arguments that mean nothing, and brought {@code %D}. */
    private static final int STRICT_SINCE = 262;

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
        this.specifiers = target < STRICT_SINCE ? HostSpecifiers.TMPFILES_261 : HostSpecifiers.TMPFILES;
    }

    /**
     * What came of a line.
     *
     * @param item what systemd keeps of it; empty when it leaves the line out
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
            return drop("a line has a type and a path at least");
        }
        argument = isUnset(columns.rest()) ? "" : columns.rest();
        return command(columns.get(0)) ? path(columns.get(PATH)).flatMap(path -> settings(path, columns)) : Optional.empty();
    }

    private boolean command(String command) {
        if (command.isEmpty()) {
            return refuse("the type is empty");
        }
        type = command.charAt(0);
        modifiers = command.substring(1);
        for (int at = 0; at < modifiers.length(); at++) {
            char c = modifiers.charAt(at);
            if ("!+-=~^$?".indexOf(c) < 0 || modifiers.indexOf(c) < at) {
                return refuse("'" + command + "' has a modifier that does not exist or stands twice");
            }
        }
        return true;
    }

    private boolean exists() {
        boolean known = TYPES.indexOf(type) >= 0 && ("kK".indexOf(type) < 0 || target >= TmpfilesArgument.CAPABILITIES_SINCE);
        return known || refuse("there is no type '" + type + "'");
    }

    private Optional<String> path(String column) {
        Optional<String> expanded = specifiers.expand(column);
        if (expanded.isEmpty()) {
            return drop("'" + column + "' holds a specifier that does not exist");
        }
        String path = expanded.get();
        if (path.startsWith(LEGACY_RUN) && path.length() > LEGACY_RUN.length()) {
            String modern = "/run/" + path.substring(LEGACY_RUN.length());
            complaints.add(new Complaint(Effect.CHANGED, path + " lies below the old folder /var/run; systemd takes " + modern));
            path = modern;
        }
        return path.startsWith("/") ? Optional.of(Paths.simplify(path, false)) : drop("the path '" + path + "' is not absolute");
    }

    private Optional<TmpfilesItem> settings(String path, Columns columns) {
        if (!exists() || !argument() || !modifiersSuit() || !expandArgument(path)) {
            return Optional.empty();
        }
        if (!account("user", columns.get(USER)) || !account("group", columns.get(GROUP)) || !mode(columns.get(MODE)) || !age(columns.get(AGE))) {
            return Optional.empty();
        }
        String mode = !isUnset(columns.get(MODE)) ? TmpfilesFields.mode(columns.get(MODE)) : FOLDERS.indexOf(type) >= 0 ? "folder" : "file";
        String settings = String.join("\0", argument, mode, TmpfilesFields.account(columns.get(USER)),
                TmpfilesFields.account(columns.get(GROUP)), TmpfilesFields.age(columns.get(AGE)));
        return has('^') ? Optional.empty() : Optional.of(new TmpfilesItem(type, has('+'), path, settings));
    }

    private boolean argument() {
        if (WITHOUT_ARGUMENT.indexOf(type) >= 0) {
            return argument.isEmpty() || unused();
        }
        if (NOT_ENCODED.indexOf(type) >= 0 && has('~')) {
            return refuse("a line of type '" + type + "' takes no argument in Base64");
        }
        if (WITH_ARGUMENT.indexOf(type) >= 0 && argument.isEmpty()) {
            return refuse("a line of type '" + type + "' needs an argument");
        }
        List<Complaint> found = TmpfilesArgument.judge(type, argument);
        complaints.addAll(found);
        return found.stream().noneMatch(c -> c.effect() == Effect.LINE_IGNORED);
    }

    /** Older releases leave the argument out, newer ones the line. */
    private boolean unused() {
        String reason = "a line of type '" + type + "' takes no argument";
        if (target < STRICT_SINCE) {
            complaints.add(Complaint.part(reason));
            argument = "";
            return true;
        }
        return refuse(reason);
    }

    private boolean modifiersSuit() {
        if (has('$') && PURGED.indexOf(type) < 0) {
            return refuse("a line of type '" + type + "' does not take the modifier '$'");
        }
        return !has('?') || type == 'L' || refuse("a line of type '" + type + "' does not take the modifier '?'");
    }

    private boolean expandArgument(String path) {
        if (!has('~') && "CLfFwtT".indexOf(type) >= 0 && !argument.isEmpty()) {
            boolean text = "CLfFw".indexOf(type) >= 0;
            Optional<String> expanded = specifiers.expand(text ? Escapes.undo(argument, true).toOptional().orElse(argument) : argument);
            if (expanded.isEmpty()) {
                return refuse("the argument holds a specifier that does not exist");
            }
            argument = expanded.get();
            if (text && Utf8.length(argument) > MAX_ARGUMENT) {
                return refuse("the argument is longer than " + MAX_ARGUMENT + " bytes");
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
        return !has('~') || argument.isEmpty() || Encodings.isBase64(argument) || refuse("the argument is not Base64");
    }

    private boolean credential() {
        if (argument.isEmpty()) {
            return refuse("the modifier '^' needs the name of a credential as argument");
        }
        return Texts.isFilename(argument) && argument.chars().allMatch(c -> c >= ' ' && c < 127 && c != ':') || refuse("'" + argument + "' is no name of a credential");
    }

    private boolean account(String what, String column) {
        String name = column.startsWith(":") ? column.substring(1) : column;
        return isUnset(column) || TmpfilesFields.isAccount(name) || refuse("'" + name + "' is no " + what);
    }

    private boolean mode(String column) {
        return isUnset(column) || TmpfilesFields.isMode(column) || refuse("'" + column + "' is no mode");
    }

    private boolean age(String column) {
        if (isUnset(column)) {
            return true;
        }
        if (type == 'r' && column.startsWith("~") && target >= STRICT_SINCE) {
            return refuse("a line of type 'r' does not take '~' before the age");
        }
        return TmpfilesFields.isAge(column) || refuse("'" + column + "' is no age");
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
