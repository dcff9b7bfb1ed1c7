package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.HostSpecifiers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter.Flag;
import io.bitbuilder.systemd.value.UserNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Line of sysusers.d(5): type, name, ID, description, home, shell. */
final class SysusersLine {
    private static final int NAME = 1;
    private static final int ID = 2;
    private static final int DESCRIPTION = 3;
    private static final int HOME = 4;
    private static final int SHELL = 5;
    private static final int COLUMNS = 6;
    private static final Set<String> NO_LOGIN = Set.of(
            "/bin/false",
            "/bin/true",
            "/usr/bin/false",
            "/usr/bin/true",
            "/sbin/nologin",
            "/usr/sbin/nologin",
            "/bin/nologin",
            "/usr/bin/nologin");

    private final List<String> columns = new ArrayList<>();
    private String error = "";
    private char type;
    private boolean locked;

    private SysusersLine() {}

    /**
     * Result of a line.
     *
     * @param error why systemd ignores the line; empty when it is valid
     * @param item the user or group that it creates, in lines of those types
     */
    record Outcome(String error, Optional<SysusersItem> item) {}

    static Outcome read(String text, int number) {
        SysusersLine line = new SysusersLine();
        boolean good = line.split(text) && line.command() && line.expand() && line.fields() && line.checkType();
        boolean makes = good && (line.type == 'u' || line.type == 'g');
        return new Outcome(line.error, makes ? Optional.of(line.item(number)) : Optional.empty());
    }

    private boolean split(String text) {
        return switch (Columns.read(text, COLUMNS, Flag.UNQUOTE)) {
            case Parsed.Bad<Columns>(Reason reason) -> refuse(reason.words());
            case Parsed.Good<Columns>(Columns read)
            when read.given() <= NAME -> refuse("missing name: a line has at least a type and a name");
            case Parsed.Good<Columns>(Columns read)
            when !read.rest().isEmpty() -> refuse("too many columns (at most six)");
            case Parsed.Good<Columns>(Columns read) -> columns.addAll(read.words());
        };
    }

    private boolean command() {
        String command = columns.getFirst();
        if (command.isEmpty()) {
            return refuse("missing type");
        }
        type = command.charAt(0);
        locked = command.equals(type + "!");
        if (command.length() > 1 && !locked) {
            return refuse("'" + command + "' has an unknown or duplicate modifier");
        }
        return "ugmr".indexOf(type) >= 0 || refuse("unknown type '" + type + "'");
    }

    /** Expands specifiers; {@code -} is an empty column. */
    private boolean expand() {
        for (int column = NAME; column < COLUMNS; column++) {
            String text = columns.get(column);
            Optional<String> expanded = text.equals("-") ? Optional.of("") : HostSpecifiers.SYSTEM.expand(text);
            if (expanded.isEmpty()) {
                return refuse("'" + text + "' contains an unknown specifier");
            }
            columns.set(column, expanded.get());
        }
        return true;
    }

    private boolean fields() {
        if (has(NAME) && !UserNames.isStrict(columns.get(NAME))) {
            return refuse("invalid user or group name '" + columns.get(NAME) + "'");
        }
        if (has(DESCRIPTION) && !isField(columns.get(DESCRIPTION))) {
            return refuse("invalid description: it contains a colon or a control character");
        }
        columns.set(HOME, has(HOME) ? Paths.simplify(columns.get(HOME), false) : "");
        columns.set(SHELL, has(SHELL) ? Paths.simplify(columns.get(SHELL), false) : "");
        if (has(HOME) && !isHome(columns.get(HOME))) {
            return refuse("home directory '" + columns.get(HOME) + "' is not a valid absolute path");
        }
        return !has(SHELL)
                || isHome(columns.get(SHELL)) && !columns.get(SHELL).endsWith("/")
                || refuse("shell '" + columns.get(SHELL) + "' is not a valid absolute path");
    }

    private boolean checkType() {
        return switch (type) {
            case 'r' -> range();
            case 'm' -> member();
            case 'u' -> !has(NAME) ? refuse("missing user name for type 'u'") : userId();
            default -> group();
        };
    }

    private boolean range() {
        if (locked) {
            return refuse("modifier '!' is not supported for type 'r'");
        }
        if (has(NAME)) {
            return refuse("type 'r' cannot have a name");
        }
        if (!has(ID)) {
            return refuse("missing range of IDs for type 'r'");
        }
        return endsAfterId() && (isRange(columns.get(ID)) || refuse("invalid range of IDs '" + columns.get(ID) + "'"));
    }

    private boolean member() {
        if (!has(NAME)) {
            return refuse("missing user name for type 'm'");
        }
        if (locked) {
            return refuse("modifier '!' is not supported for type 'm'");
        }
        if (!has(ID)) {
            return refuse("missing group name for type 'm'");
        }
        return (UserNames.isStrict(columns.get(ID)) || refuse("invalid group name '" + columns.get(ID) + "'"))
                && endsAfterId();
    }

    private boolean group() {
        if (!has(NAME)) {
            return refuse("missing group name for type 'g'");
        }
        if (locked) {
            return refuse("modifier '!' is not supported for type 'g'");
        }
        return endsAfterId()
                && (!has(ID)
                        || Paths.isAbsolute(columns.get(ID))
                        || isId(columns.get(ID))
                        || refuse("invalid group ID '" + columns.get(ID) + "'"));
    }

    private boolean userId() {
        String id = columns.get(ID);
        if (id.isEmpty() || Paths.isAbsolute(id)) {
            return true;
        }
        int colon = id.indexOf(':');
        String group = colon < 0 ? "" : id.substring(colon + 1);
        String user = colon < 0 ? id : id.substring(0, colon);
        if (colon >= 0 && !isId(group) && !UserNames.isStrict(group)) {
            return refuse("invalid group ID or name '" + group + "'");
        }
        return user.equals("-") || isId(user) || refuse("invalid user ID '" + user + "'");
    }

    /** Checks that the line ends with its third column. */
    private boolean endsAfterId() {
        return !has(DESCRIPTION) && !has(HOME) && !has(SHELL)
                || refuse("type '" + type + "' cannot have a description, home or shell");
    }

    private SysusersItem item(int number) {
        String id = columns.get(ID);
        int colon = id.indexOf(':');
        boolean names = colon >= 0 && !Paths.isAbsolute(id) && !isId(id.substring(colon + 1));
        String known = names ? id.substring(0, colon) : id;
        String facts = String.join(
                "\0",
                known.equals("-") ? "" : Paths.isAbsolute(known) ? Paths.simplify(known, false) : known,
                columns.get(DESCRIPTION),
                columns.get(HOME),
                shell());
        return new SysusersItem(type, columns.get(NAME), facts, number);
    }

    /** Returns the shell for comparison: shells that refuse a login are equal, and root has a different default. */
    private String shell() {
        String shell = columns.get(SHELL);
        if (shell.isEmpty()) {
            return columns.get(ID).equals("0") ? "/usr/bin/bash" : "";
        }
        return NO_LOGIN.contains(shell) ? "" : shell.replaceFirst("^/bin/", "/usr/bin/");
    }

    private boolean has(int column) {
        return !columns.get(column).isEmpty();
    }

    private static boolean isField(String text) {
        return !PlainStrings.hasControl(text) && text.indexOf(':') < 0 && text.indexOf('\uFFFD') < 0;
    }

    private static boolean isHome(String path) {
        return isField(path) && Paths.isAbsolute(path) && Paths.isNormalized(path);
    }

    private static boolean isId(String text) {
        return UserNames.id(text) instanceof Parsed.Good;
    }

    /** Returns whether the string is {@code number} or {@code number-number}, the smaller first. */
    private static boolean isRange(String text) {
        int dash = text.indexOf('-');
        Parsed<Long> first = UserNames.id(dash < 0 ? text : text.substring(0, dash));
        Parsed<Long> last = UserNames.id(dash < 0 ? text : text.substring(dash + 1));
        return first instanceof Parsed.Good<Long>(Long low)
                && last instanceof Parsed.Good<Long>(Long high)
                && low <= high;
    }

    private boolean refuse(String reason) {
        error = reason;
        return false;
    }
}
