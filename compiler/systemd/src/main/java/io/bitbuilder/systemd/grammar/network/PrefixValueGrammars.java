package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Addresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Grammars of network prefixes, with requirements for address and length. */
final class PrefixValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private PrefixValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("innet", PrefixValueGrammars::net);
        factories.put("dhcp_server_net", GrammarFactory.parsed(PrefixValueGrammars::dhcpServer));
        factories.put("label_net", GrammarFactory.parsed(PrefixValueGrammars::labelNet));
        return factories;
    }

    /** {@code innet(4|6)} with the allowed prefix lengths; without a length it is that of a single address. */
    private static Grammar net(List<String> arguments, Function<String, Grammar> parse) {
        String family = arguments.getFirst();
        Set<String> lengths = Set.copyOf(arguments.subList(1, arguments.size()));
        return Grammar.parsed(text -> net(text, family).then(n -> {
            int length = length(n);
            return lengths.isEmpty()
                            || lengths.contains(String.valueOf(length))
                            || lengths.contains("some") && length > 0
                    ? Parsed.good(n)
                    : Parsed.bad("the prefix length cannot be " + length);
        }));
    }

    static int length(Addresses.Net net) {
        return net.length().orElse(Addresses.bits(net.address()));
    }

    /** Returns whether no host bit is set. */
    static boolean isMasked(Addresses.Net net) {
        int length = length(net);
        return switch (net.address()) {
            case Address4(int bits) -> length == 32 || bits << length == 0;
            case Address6(long high, long low) ->
                length >= 64 ? length == 128 || low << length == 0 : low == 0 && high << length == 0;
        };
    }

    /** Returns the prefix without host bits. */
    static String masked(Addresses.Net net) {
        int length = length(net);
        return (switch (net.address()) {
                    case Address4 four -> Subnet4.around(four, length);
                    case Address6 six -> Subnet6.around(six, length);
                })
                .toString();
    }

    /** Parses a prefix of one family. */
    static Parsed<Addresses.Net> net(String text, String family) {
        int slash = text.indexOf('/');
        return NetworkAddressValueGrammars.family(slash < 0 ? text : text.substring(0, slash), Set.of(family))
                .then(a -> Addresses.net(text));
    }

    /** Parses address and prefix of a DHCP server: not of the machine itself, not link-local. */
    private static Parsed<Addresses.Net> dhcpServer(String text) {
        return net(text, "4")
                .then(n -> NetworkAddressValueGrammars.isLocalhost((Address4) n.address())
                                || NetworkAddressValueGrammars.isLinkLocal((Address4) n.address())
                        ? Parsed.bad("a DHCP server cannot have a loopback or link-local address")
                        : Parsed.good(n));
    }

    /** Parses the prefix of an address label: for IPv4-mapped addresses at most 96 bits. */
    private static Parsed<Addresses.Net> labelNet(String text) {
        return net(text, "6")
                .then(n -> n.address() instanceof Address6 six
                                && six.high() == 0
                                && six.low() >>> 32 == 0xffff
                                && length(n) > 96
                        ? Parsed.bad("the prefix length of an IPv4-mapped address cannot exceed 96")
                        : Parsed.good(n));
    }
}
