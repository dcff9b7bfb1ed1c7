package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;

/**
 * The address of a server: {@code address}, {@code address:port}, {@code [address]:port}, then {@code %interface} and
 * {@code #name} where they are allowed (resolved.conf(5), DNS=).
 */
public final class ServerAddresses {
    private static final int MAX_PORT = 65535;

    private ServerAddresses() {}

    public static Parsed<String> parse(String text, boolean interfaces, boolean names) {
        String rest = text;
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            if (!names || hash == rest.length() - 1) {
                return Parsed.bad(Reason.about(text, "missing or unsupported server name after '#' in '" + text + "'"));
            }
            rest = rest.substring(0, hash);
        }
        int percent = rest.indexOf('%');
        if (percent >= 0) {
            String name = rest.substring(percent + 1);
            if (!interfaces || !LinkNames.isValid(name, LinkNames.Flag.ALTERNATIVE, LinkNames.Flag.NUMERIC)) {
                return Parsed.bad(Reason.about(text, "invalid or unsupported interface after '%' in '" + text + "'"));
            }
            rest = rest.substring(0, percent);
        }
        return isAddress(rest) ? Parsed.good(text) : Parsed.bad(Reason.invalid("server address", text));
    }

    private static boolean isAddress(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return Addresses.parse4(text) instanceof Parsed.Good;
        }
        String port = text.substring(colon + 1);
        if (text.startsWith("[")) {
            return text.charAt(colon - 1) == ']'
                    && isPort(port)
                    && colon > 1
                    && Addresses.parse6(text.substring(1, colon - 1)) instanceof Parsed.Good;
        }
        return Addresses.parse6(text) instanceof Parsed.Good
                || Addresses.parse4(text.substring(0, colon)) instanceof Parsed.Good && isPort(port);
    }

    private static boolean isPort(String text) {
        return Numbers.uint(text, 1, MAX_PORT) instanceof Parsed.Good;
    }
}
