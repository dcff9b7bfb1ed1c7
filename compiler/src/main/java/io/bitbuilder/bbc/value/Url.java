package io.bitbuilder.bbc.value;

import java.util.List;

/**
 * Where a repository or image is fetched from: {@code https}, {@code ssh}, {@code git} or {@code file}. No password, query,
 * fragment or escape, and no character that means something to a shell or to a unit file.
 */
public record Url(String text) implements Comparable<Url> {
    private static final int MAX_BYTES = 1024;
    private static final List<String> SCHEMES = List.of("https", "ssh", "git", "file");

    /** The URL, or why it is none. */
    public static Parsed<Url> parse(String text) {
        int end = text.indexOf("://");
        if (end < 0) {
            return Parsed.bad("it has no scheme; write `https://`, `ssh://`, `git://` or `file://`");
        }
        if (!SCHEMES.contains(text.substring(0, end))) {
            return Parsed.bad("its scheme is none of " + String.join(", ", SCHEMES));
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
            return Parsed.bad("it has no path");
        }
        for (String part : path.substring(1).split("/", -1)) {
            if (part.equals(".") || part.equals("..") || part.startsWith("-")) {
                return Parsed.bad("its path holds the part `" + part + "`");
            }
            if (!part.chars().allMatch(Url::isPlain)) {
                return Parsed.bad("its path holds more than letters, digits and `. _ - + ~ /`");
            }
        }
        return path.contains("//") ? Parsed.bad("its path holds `//`") : Parsed.good(path);
    }

    private static boolean isPlain(int c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || ".-_+~".indexOf(c) >= 0;
    }

    private static String wrongAuthority(String authority, boolean userAllowed) {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        if (user.indexOf(':') >= 0) {
            return "it holds a password; a repository is no place for one";
        }
        if (at >= 0 && (!userAllowed || Names.parseIdentifier(user) instanceof Parsed.Bad)) {
            return userAllowed ? "its user is no plain name" : "it names a user, which only ssh has";
        }
        String host = authority.substring(at + 1);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            boolean good = close > 0 && Address6.parse(host.substring(1, close)) instanceof Parsed.Good;
            return good ? wrongPort(host.substring(close + 1)) : "its host is no IPv6 address";
        }
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        boolean good = Address4.parse(name) instanceof Parsed.Good || Names.parseHostname(name) instanceof Parsed.Good;
        return good ? wrongPort(host.substring(name.length())) : "its host is no host name or address";
    }

    private static String wrongPort(String port) {
        return port.isEmpty() || port.startsWith(":") && Whole.parsePort(port.substring(1)) instanceof Parsed.Good
                ? ""
                : "its port is no number of 1 to 65535";
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
