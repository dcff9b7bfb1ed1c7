package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.HardwareAddresses;
import io.bitbuilder.systemd.value.Id128;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Addresses as networkd reads them: with requirements for the kind of address, with ports, with prefixes, made from a
 * prefix.
 */
final class NetworkAddressValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final String STABLE = "prefixstable";
    private static final String STATIC = "static:";
    private static final Set<String> TUNNEL_ENDS = Set.of("auto", "static", "dynamic");

    private NetworkAddressValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("inaddr", NetworkAddressValueGrammars::address);
        factories.put("host_mac", GrammarFactory.parsed(NetworkAddressValueGrammars::hostMac));
        factories.put("address_generation", GrammarFactory.of(Grammar.parsed(NetworkAddressValueGrammars::generation)));
        factories.put("ipv4ll", GrammarFactory.parsed(NetworkAddressValueGrammars::dynamicLinkLocal));
        factories.put("l2tp_local", GrammarFactory.parsed(NetworkAddressValueGrammars::tunnelEnd));
        return factories;
    }

    /** {@code inaddr(wishes)}: 4, 6, some (not all zero), unicast, multicast, limited (not the broadcast of all). */
    private static Grammar address(List<String> arguments, Function<String, Grammar> parse) {
        Set<String> wishes = Set.copyOf(arguments);
        return Grammar.parsed(text -> family(text, wishes).then(a -> required(a, wishes)));
    }

    static Parsed<Address> family(String text, Set<String> wishes) {
        return wishes.contains("4")
                ? Addresses.parse4(text)
                : wishes.contains("6") ? Addresses.parse6(text) : Addresses.parse(text);
    }

    private static Parsed<Address> required(Address address, Set<String> wishes) {
        if (wishes.contains("some") && Addresses.isNull(address)) {
            return Parsed.bad("the address cannot be all zero");
        }
        if (wishes.contains("unicast") && isMulticast(address)) {
            return Parsed.bad("the address cannot be a multicast address");
        }
        if (wishes.contains("multicast") && !isMulticast(address)) {
            return Parsed.bad("the address must be a multicast address");
        }
        return wishes.contains("limited") && address.equals(new Address4(-1))
                ? Parsed.bad("the address cannot be the broadcast address")
                : Parsed.good(address);
    }

    /** Returns whether the address is in 224.0.0.0/4 or ff00::/8. */
    static boolean isMulticast(Address address) {
        return switch (address) {
            case Address4(int bits) -> bits >>> 28 == 14;
            case Address6(long high, long low) -> high >>> 56 == 0xff;
        };
    }

    /** Returns whether the address is in 127.0.0.0/8. */
    static boolean isLocalhost(Address4 address) {
        return address.bits() >>> 24 == 127;
    }

    /** Returns whether the address is in 169.254.0.0/16. */
    static boolean isLinkLocal(Address4 address) {
        return address.bits() >>> 16 == 0xa9fe;
    }

    /** Parses a MAC address that one network card can have: not all zero, not for groups. */
    private static Parsed<List<Integer>> hostMac(String text) {
        return mac(text)
                .then(bytes -> (bytes.getFirst() & 1) == 1 || bytes.stream().allMatch(b -> b == 0)
                        ? Parsed.bad(Reason.about(text, "'" + text + "' cannot be all zero or a multicast address"))
                        : Parsed.good(bytes));
    }

    /** Returns the six bytes of a MAC address. */
    static Parsed<List<Integer>> mac(String text) {
        return HardwareAddresses.ofLength(text, HardwareAddresses.ETHERNET).map(n -> {
            String[] fields = text.split("[.:-]", -1);
            return List.of(fields).stream()
                    .map(f -> Integer.parseInt(f, 16))
                    .flatMap(v -> fields.length == n ? Stream.of(v) : Stream.of(v >> 8, v & 0xff))
                    .toList();
        });
    }

    /**
     * Parses the generation mode of the interface identifier: {@code eui64}, {@code static:ADDRESS},
     * {@code prefixstable[:ADDRESS][,ID]}.
     */
    private static Parsed<String> generation(String text) {
        if (text.equals("eui64")) {
            return Parsed.good(text);
        }
        if (!text.startsWith(STABLE)) {
            String address = text.startsWith(STATIC) ? text.substring(STATIC.length()) : text;
            return Addresses.parse6(address)
                    .then(a -> a instanceof Address6 six && six.low() == 0
                            ? Parsed.bad("the interface identifier cannot be all zero")
                            : Parsed.good(text));
        }
        String rest = text.substring(STABLE.length());
        if (!rest.isEmpty() && rest.charAt(0) != ':' && rest.charAt(0) != ',') {
            return Parsed.bad(Reason.invalid("address generation mode", text));
        }
        int comma = rest.indexOf(',');
        Parsed<String> secret = comma < 0 ? Parsed.good("") : Id128.parseSome(rest.substring(comma + 1));
        String address = rest.startsWith(":") ? rest.substring(1, comma < 0 ? rest.length() : comma) : "";
        return secret.then(s -> rest.startsWith(":") ? Addresses.parse6(address).map(a -> text) : Parsed.good(text));
    }

    /** Parses an address that an interface may assign to itself (RFC 3927 section 2.1). */
    private static Parsed<Address> dynamicLinkLocal(String text) {
        return Addresses.parse4(text).then(a -> {
            int third = ((Address4) a).bits() >>> 8 & 0xff;
            return isLinkLocal((Address4) a) && third != 0 && third != 0xff
                    ? Parsed.good(a)
                    : Parsed.bad(Reason.outOfRange(text, "169.254.1.0 to 169.254.254.255"));
        });
    }

    /** Parses the local end of an L2TP tunnel: an address or how to find one, and {@code @} an interface. */
    private static Parsed<String> tunnelEnd(String text) {
        Splitter words = Splitter.by("@", text);
        Optional<Parsed<String>> first = words.next();
        String link = words.tail().orElse("");
        if (first.isEmpty() || !link.isEmpty() && !LinkNames.isValid(link, LinkNames.Flag.ALTERNATIVE)) {
            return Parsed.bad(Reason.invalid("address", text, "ADDRESS@INTERFACE"));
        }
        return first.get()
                .then(word -> TUNNEL_ENDS.contains(word)
                        ? Parsed.good(text)
                        : family(word, Set.of())
                                .then(a -> required(a, Set.of("some")))
                                .map(a -> text));
    }
}
