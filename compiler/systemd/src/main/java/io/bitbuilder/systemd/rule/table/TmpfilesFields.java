package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.systemd.value.TimeSpans;
import io.bitbuilder.systemd.value.UserNames;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns mode, user, group and age of tmpfiles.d(5). */
final class TmpfilesFields {
    private static final Pattern MODE = Pattern.compile("([~:]*)\\s*([0-7]{1,12})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.@$-]*");
    private static final Pattern AGE = Pattern.compile("(~?)(?:([^:]*):)?(.*)", Pattern.DOTALL);
    private static final Pattern AGE_BY = Pattern.compile("\\s*[abcmABCM][abcmABCM\\s]*");
    private static final int MAX_MODE = 07777;

    private TmpfilesFields() {}

    /** Returns whether the string is an octal mode up to 7777, after any number of {@code ~} and {@code :}. */
    static boolean isMode(String column) {
        Matcher matcher = MODE.matcher(column);
        return matcher.matches() && Long.parseLong(matcher.group(2), 8) <= MAX_MODE;
    }

    /** Returns a mode in its normal form. */
    static String mode(String column) {
        Matcher matcher = MODE.matcher(column);
        return matcher.matches()
                ? (column.contains("~") ? "~" : "")
                        + (column.contains(":") ? ":" : "")
                        + Long.parseLong(matcher.group(2), 8)
                : column;
    }

    /** Returns whether the string is a numeric ID, or a name that an account database can hold. */
    static boolean isAccount(String name) {
        return UserNames.id(name) instanceof Parsed.Good || NAME.matcher(name).matches();
    }

    /** Returns an account in its normal form. */
    static String account(String column) {
        return TmpfilesLine.isUnset(column) ? "" : column.replaceFirst("^(:?)root$", "$10");
    }

    /** Returns whether the string is a time span, after {@code ~} and the time stamps to consider. */
    static boolean isAge(String column) {
        Matcher matcher = AGE.matcher(column);
        return matcher.matches()
                && (matcher.group(2) == null || AGE_BY.matcher(matcher.group(2)).matches())
                && TimeSpans.seconds(matcher.group(3)) instanceof Parsed.Good;
    }

    /** Returns an age in its normal form. */
    static String age(String column) {
        Matcher matcher = AGE.matcher(column);
        return TmpfilesLine.isUnset(column) || !matcher.matches()
                ? ""
                : matcher.group(1)
                        + matcher.group(2)
                        + TimeSpans.seconds(matcher.group(3))
                                .toOptional()
                                .map(Object::toString)
                                .orElse("");
    }
}
