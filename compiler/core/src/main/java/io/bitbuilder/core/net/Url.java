package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.core.scalar.WholeNumber;
import java.util.List;

/**
 * URL of a repository or image: {@code https}, {@code ssh} or {@code file}, which authenticate the server. No password,
 * query, fragment or escape, and no character that is special in a shell or a unit file.
 */
public record Url(String text) implements Comparable<Url> {
    private static final int MAX_BYTES = 1024;
    private static final List<String> SCHEMES = List.of("https", "ssh", "file");
    private static final List<String> UNAUTHENTICATED = List.of("http", "git", "ftp");

    /** Returns the URL, or why it is invalid. */
    public static Parsed<Url> parse(String text) {
        int end = text.indexOf("://");
        if (end < 0) {
            return Parsed.bad("missing scheme; write `https://`, `ssh://` or `file://`");
        }
        if (UNAUTHENTICATED.contains(text.substring(0, end))) {
            return Parsed.bad("its scheme does not authenticate the server; write `https://` or `ssh://`");
        }
        if (!SCHEMES.contains(text.substring(0, end))) {
            return Parsed.bad("unknown scheme (expected " + String.join(", ", SCHEMES) + ")");
        }
        if (text.length() > MAX_BYTES) {
            return Parsed.bad("it is longer than " + MAX_BYTES + " bytes");
        }
        String rest = text.substring(end + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String wrong = text.startsWith("file:")
                ? authority.isEmpty() ? "" : "a file URL has three slashes and no host"
                : wrongAuthority(authority, text.startsWith("ssh:"));
        return wrong.isEmpty()
                ? path(slash < 0 ? "" : rest.substring(slash)).map(p -> new Url(text))
                : Parsed.bad(wrong);
    }

    private static Parsed<String> path(String path) {
        if (path.length() < 2) {
            return Parsed.bad("missing path");
        }
        for (String part : path.substring(1).split("/", -1)) {
            if (part.equals(".") || part.equals("..") || part.startsWith("-")) {
                return Parsed.bad("its path contains the component `" + part + "`");
            }
            if (!part.chars().allMatch(Url::isPlain)) {
                return Parsed.bad("its path contains characters other than letters, digits and `. _ - + ~ /`");
            }
        }
        return path.contains("//") ? Parsed.bad("its path contains `//`") : Parsed.good(path);
    }

    private static boolean isPlain(int c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || ".-_+~".indexOf(c) >= 0;
    }

    private static String wrongAuthority(String authority, boolean userAllowed) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        if (user.indexOf(':') >= 0) {
            return "it contains a password, which must not be in a repository";
        }
        if (at >= 0 && (!userAllowed || PlainName.parseIdentifier(user) instanceof Parsed.Bad)) {
            return userAllowed ? "invalid user name" : "a user name is only allowed for ssh";
        }
        String host = authority.substring(at + 1);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            boolean good = close > 0 && Address6.parse(host.substring(1, close)) instanceof Parsed.Good;
            return good ? wrongPort(host.substring(close + 1)) : "its host is not a valid IPv6 address";
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        boolean good =
                Address4.parse(name) instanceof Parsed.Good || PlainName.parseHostname(name) instanceof Parsed.Good;
        return good ? wrongPort(host.substring(name.length())) : "its host is not a valid host name or address";
    }

    private static String wrongPort(String port) {
        return port.isEmpty() || port.startsWith(":") && WholeNumber.parsePort(port.substring(1)) instanceof Parsed.Good
                ? ""
                : "its port is out of range (expected 1..65535)";
    }

    @Override
    public int compareTo(Url other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
