package io.bitbuilder.systemd.value;

import java.util.List;

/**
 * Names that programs give each other: variables, descriptors, credentials, fields of the journal, names of the bus.
 */
public final class Identifiers {
    private static final int MAX_FD = 255;
    private static final int MAX_FIELD = 64;
    private static final int MAX_BUS = 255;
    private static final int MAX_NFT = 256;

    private Identifiers() {}

    /** Returns whether the string is the name of a variable of the environment (environ(7)). */
    public static boolean isVariable(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    /** Returns whether the string is {@code NAME=value} with a value in UTF-8. */
    public static boolean isVariableWithValue(String text) {
        int equals = text.indexOf('=');
        return equals > 0 && isVariable(text.substring(0, equals)) && Utf8Text.isValid(text.substring(equals + 1));
    }

    /**
     * Returns whether the string is the name of a passed file descriptor (sd_listen_fds_with_names(3)); it may be
     * empty.
     */
    public static boolean isDescriptor(String text) {
        return text.length() <= MAX_FD && text.chars().allMatch(c -> c >= ' ' && c < 127 && c != ':');
    }

    /** Returns whether the string is the name of a credential (systemd.exec(5)). */
    public static boolean isCredential(String text) {
        return PlainStrings.isFilename(text) && isDescriptor(text);
    }

    /** Returns whether the string is the name of a credential, or a prefix with {@code *} after it. */
    public static boolean isCredentialGlob(String text) {
        if (text.equals("*")) {
            return true;
        }
        String name = text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
        return name.chars().noneMatch(c -> "*?[]".indexOf(c) >= 0) && isCredential(name);
    }

    /**
     * Returns whether the string is the name of a field of the journal that a program may set
     * (systemd.journal-fields(7)).
     */
    public static boolean isJournalField(String text) {
        return text.length() <= MAX_FIELD && text.matches("[A-Z][A-Z0-9_]*");
    }

    /** Returns whether the string is a name on D-Bus (D-Bus specification, "Bus names"). */
    public static boolean isBusName(String text) {
        boolean unique = text.startsWith(":");
        List<String> parts = List.of((unique ? text.substring(1) : text).split("\\.", -1));
        String part = unique ? "[A-Za-z0-9_-]+" : "[A-Za-z_-][A-Za-z0-9_-]*";
        return text.length() <= MAX_BUS && parts.size() > 1 && parts.stream().allMatch(p -> p.matches(part));
    }

    /** Returns whether the string is the name of a table or set of nftables. */
    public static boolean isNftName(String text) {
        return text.length() < MAX_NFT && text.matches("[A-Za-z][A-Za-z0-9/\\\\_.]*");
    }
}
