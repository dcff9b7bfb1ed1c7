package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.PlainStrings;
import java.util.HashMap;
import java.util.Map;

/** Grammars of addresses with a port: servers and WireGuard peers. */
final class EndpointValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private EndpointValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("server", GrammarFactory.parsed(text -> server(text, true)));
        factories.put("endpoint", GrammarFactory.parsed(EndpointValueGrammars::endpoint));
        return factories;
    }

    /** {@code ADDRESS[:PORT][%INTERFACE][#NAME]}; an IPv6 address with a port is in brackets. */
    private static Parsed<Address> server(String text, boolean decorated) {
        String rest = text;
        int name = rest.indexOf('#');
        if (name >= 0) {
            if (!decorated || name == rest.length() - 1) {
                return Parsed.bad("missing or unsupported server name after '#'");
            }
            rest = rest.substring(0, name);
        }
        int link = rest.indexOf('%');
        if (link >= 0) {
            if (!decorated
                    || !LinkNames.isValid(
                            rest.substring(link + 1), LinkNames.Flag.ALTERNATIVE, LinkNames.Flag.NUMERIC)) {
                return Parsed.bad("missing or unsupported interface after '%'");
            }
            rest = rest.substring(0, link);
        }
        return withPort(rest);
    }

    private static Parsed<Address> withPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return Addresses.parse4(text);
        }
        if (text.startsWith("[")) {
            boolean closed = colon > 0 && text.charAt(colon - 1) == ']';
            return closed
                    ? Numbers.port(text.substring(colon + 1))
                            .then(port -> Addresses.parse6(text.substring(1, colon - 1)))
                    : Parsed.bad(Reason.about(text, "missing ']' before the port in '" + text + "'"));
        }
        Parsed<Address> six = Addresses.parse6(text);
        return six instanceof Parsed.Good
                ? six
                : Numbers.port(text.substring(colon + 1)).then(port -> Addresses.parse4(text.substring(0, colon)));
    }

    /**
     * Parses the endpoint of a WireGuard peer: an address or a name, and a port; a credential when it begins with
     * {@code @}.
     */
    private static Parsed<String> endpoint(String text) {
        if (text.startsWith("@")
                ? PlainStrings.isFilename(text.substring(1))
                : server(text, false) instanceof Parsed.Good) {
            return Parsed.good(text);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return Parsed.bad("missing port");
        }
        String host = text.substring(0, colon);
        return HostNames.isDnsName(host)
                ? Numbers.port(text.substring(colon + 1)).map(port -> text)
                : Parsed.bad(Reason.invalid("DNS name", host));
    }
}
