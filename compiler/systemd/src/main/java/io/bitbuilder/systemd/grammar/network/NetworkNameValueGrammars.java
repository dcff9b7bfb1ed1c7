package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Utf8Text;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names and strings of networkd and udev: domains, hosts, labels, URLs, properties of devices. */
final class NetworkNameValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final int MAX_LABEL = 15;
    private static final int MAX_ALIAS = 255;
    private static final int MAX_URL = 255;

    /** Properties that only the kernel and udev itself set. */
    private static final Set<String> RESERVED = Set.of(
            "ACTION",
            "SEQNUM",
            "SYNTH_UUID",
            "DEVPATH",
            "DEVPATH_OLD",
            "SUBSYSTEM",
            "DEVTYPE",
            "DRIVER",
            "MODALIAS",
            "DEVNAME",
            "DEVMODE",
            "DEVUID",
            "DEVGID",
            "MAJOR",
            "MINOR",
            "DISKSEQ",
            "PARTN",
            "IFINDEX",
            "INTERFACE",
            "INTERFACE_OLD",
            "DEVLINKS",
            "TAGS",
            "CURRENT_TAGS",
            "USEC_INITIALIZED",
            "UDEV_DATABASE_VERSION");

    private NetworkNameValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("ldh_name", GrammarFactory.parsed(text -> check(isLdh(text), text, "host name")));
        factories.put(
                "server_name",
                GrammarFactory.parsed(text -> check(
                        !text.isEmpty() && (Addresses.parse(text) instanceof Parsed.Good || HostNames.isDnsName(text)),
                        text,
                        "DNS name or address")));
        factories.put("search_domain", GrammarFactory.parsed(NetworkNameValueGrammars::searchDomain));
        factories.put("idna_domain", GrammarFactory.parsed(NetworkNameValueGrammars::idnaDomain));
        factories.put(
                "address_label",
                GrammarFactory.parsed(text -> check(
                        text.length() <= MAX_LABEL && text.chars().allMatch(c -> c >= ' ' && c < 127),
                        text,
                        "label",
                        "1 to 15 characters")));
        factories.put(
                "ifalias",
                GrammarFactory.parsed(text -> check(
                        Utf8Text.isAscii(text) && text.length() <= MAX_ALIAS,
                        text,
                        "alias",
                        "at most 255 ASCII characters")));
        factories.put("http_url", GrammarFactory.parsed(NetworkNameValueGrammars::url));
        factories.put("inverted", (arguments, parse) -> {
            Grammar inner = parse.apply(arguments.getFirst());
            return (value, context) -> inner.judge(value.startsWith("!") ? value.substring(1) : value, context);
        });
        factories.put("flagged_ifname", GrammarFactory.of(NetworkNameValueGrammars::flagged));
        factories.put(
                "safe_string",
                GrammarFactory.parsed(text -> check(
                        text.isEmpty() || PlainStrings.isSafe(text, PlainStrings.Flag.GLOBS),
                        text,
                        "string",
                        "no backslashes, quotes or control characters")));
        factories.put("env_assignment", GrammarFactory.parsed(NetworkNameValueGrammars::assignment));
        factories.put(
                "udev_property",
                GrammarFactory.of((value, context) -> Complaints.unless(resolved(value, context)
                        .then(NetworkNameValueGrammars::assignment)
                        .then(t -> settable(t.substring(0, t.indexOf('=')))))));
        factories.put(
                "udev_name",
                GrammarFactory.of((value, context) -> Complaints.unless(resolved(value, context)
                        .then(t -> check(isVariable(t), t, "property name"))
                        .then(NetworkNameValueGrammars::settable))));
        return factories;
    }

    private static Parsed<String> check(boolean holds, String text, String noun, String expected) {
        return holds ? Parsed.good(text) : Parsed.bad(Reason.invalid(noun, text, expected));
    }

    private static Parsed<String> check(boolean holds, String text, String noun) {
        return holds ? Parsed.good(text) : Parsed.bad(Reason.invalid(noun, text));
    }

    /** Judges the name of an interface, or an alternative one where the directive's flags say so. */
    private static List<Complaint> flagged(String value, ValueContext context) {
        boolean valid = context.directive().flags().contains("ALTERNATIVE")
                ? LinkNames.isValid(value, LinkNames.Flag.ALTERNATIVE)
                : LinkNames.isValid(value);
        return valid ? List.of() : CommonValueGrammars.ignored(Reason.invalid("interface name", value));
    }

    /** Returns whether the string is a DNS name whose parts are letters, digits and inner {@code -}. */
    private static boolean isLdh(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return HostNames.isDnsName(text)
                && (bare.isEmpty()
                        || Stream.of(bare.split("\\.", -1))
                                .allMatch(part ->
                                        part.matches("[0-9A-Za-z-]+") && !part.startsWith("-") && !part.endsWith("-")));
    }

    /** Parses a search domain, or with {@code ~} a route-only domain; {@code ~.} is everything. */
    private static Parsed<String> searchDomain(String text) {
        String domain = text.startsWith("~") ? text.substring(1) : text;
        if (domain.isEmpty() || domain.equals(".") || domain.equals("*")) {
            return Parsed.good(text);
        }
        if (!HostNames.isDnsName(domain)) {
            return Parsed.bad(Reason.invalid("DNS name", domain));
        }
        return isLocalhost(domain)
                ? Parsed.bad(Reason.about(domain, "'" + domain + "' is the local host"))
                : Parsed.good(text);
    }

    /** Returns whether the name is one of the machine itself (RFC 6761). */
    static boolean isLocalhost(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replaceFirst("\\.localdomain$", "");
        return lower.equals("localhost") || lower.endsWith(".localhost");
    }

    /** Parses a domain of an advertisement, possibly internationalized (RFC 5890). */
    private static Parsed<String> idnaDomain(String text) {
        try {
            String ascii = Utf8Text.isAscii(text) ? text : IDN.toASCII(text);
            return check(
                    ascii.length() <= 255
                            && Stream.of(ascii.split("\\.", -1))
                                    .allMatch(part ->
                                            part.length() <= 63 && !part.startsWith("-") && !part.endsWith("-")),
                    text,
                    "domain");
        } catch (IllegalArgumentException e) {
            return Parsed.bad(Reason.invalid("domain", text));
        }
    }

    /** Parses an address of the web (RFC 8520 for MUD). */
    private static Parsed<String> url(String text) {
        return Escapes.undo(text, false).then(t -> {
            String rest = t.startsWith("http://") ? t.substring(7) : t.startsWith("https://") ? t.substring(8) : "";
            return check(
                    Utf8Text.length(t) <= MAX_URL && !rest.isEmpty() && Utf8Text.isAscii(rest),
                    text,
                    "URL",
                    "http or https, at most 255 characters");
        });
    }

    private static Parsed<String> assignment(String text) {
        int equals = text.indexOf('=');
        return check(equals > 0 && isVariable(text.substring(0, equals)), text, "assignment", "NAME=VALUE");
    }

    private static boolean isVariable(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    private static Parsed<String> settable(String name) {
        return RESERVED.contains(name) || name.startsWith("SYNTH_ARG_")
                ? Parsed.bad(Reason.about(name, "'" + name + "' can only be set by the kernel and udev"))
                : Parsed.good(name);
    }

    /** Returns the string with an x for each specifier; an unknown one is an error (systemd.link(5)). */
    private static Parsed<String> resolved(String text, ValueContext context) {
        Set<String> specifiers = context.catalogue().specifiers("link", context.target());
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            char letter = c == '%' && at + 1 < text.length() ? text.charAt(at + 1) : 0;
            if (letter == 0) {
                plain.append(c);
            } else if (letter != '%' && specifiers.contains(String.valueOf(letter))) {
                plain.append('x');
                at++;
            } else if (Character.isLetterOrDigit(letter) && letter < 127) {
                return Parsed.bad(Reason.unknown("specifier", "%" + letter));
            } else {
                plain.append(letter == '%' ? "%" : "%" + letter);
                at++;
            }
        }
        return Parsed.good(plain.toString());
    }
}
