package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.literal.Users;
import io.bitbuilder.bbc.value.Parsed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns mode, user, group and age of tmpfiles.d(5). */
final class TmpfilesFields {
    private static final Pattern MODE = Pattern.compile("([~:]*)\\s*([0-7]{1,12})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.@$-]*");
    private static final Pattern AGE = Pattern.compile("(~?)(?:([^:]*):)?(.*)", Pattern.DOTALL);
    private static final Pattern AGE_BY = Pattern.compile("\\s*[abcmABCM][abcmABCM\\s]*");
    private static final int MAX_MODE = 07777;

    private TmpfilesFields() {}

    /** Octal up to 7777, after any number of {@code ~} and {@code :}. */
    static boolean isMode(String column) {
        Matcher matcher = MODE.matcher(column);
        return matcher.matches() && Long.parseLong(matcher.group(2), 8) <= MAX_MODE;
    }

    /** A mode in one spelling. */
    static String mode(String column) {
        Matcher matcher = MODE.matcher(column);
        return matcher.matches() ? (column.contains("~") ? "~" : "") + (column.contains(":") ? ":" : "") + Long.parseLong(matcher.group(2), 8) : column;
    }

    /** A number, or a name that some host may know: what no database of accounts would give is none. */
    static boolean isAccount(String name) {
        return Users.id(name) instanceof Parsed.Good || NAME.matcher(name).matches();
    }

    /** An account in one spelling. */
    static String account(String column) {
        return TmpfilesLine.isUnset(column) ? "" : column.replaceFirst("^(:?)root$", "$10");
    }

    /** A time span, with {@code ~} and the time stamps that count before it. */
    static boolean isAge(String column) {
        Matcher matcher = AGE.matcher(column);
        return matcher.matches() && (matcher.group(2) == null || AGE_BY.matcher(matcher.group(2)).matches())
                && Spans.seconds(matcher.group(3)) instanceof Parsed.Good;
    }

    /** An age in one spelling. */
    static String age(String column) {
        Matcher matcher = AGE.matcher(column);
        return TmpfilesLine.isUnset(column) || !matcher.matches() ? ""
                : matcher.group(1) + matcher.group(2) + Spans.seconds(matcher.group(3)).toOptional().map(Object::toString).orElse("");
    }
}
