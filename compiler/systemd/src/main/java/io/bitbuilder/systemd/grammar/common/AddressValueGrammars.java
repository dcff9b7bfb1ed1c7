package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.HardwareAddresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Grammars of IP and hardware addresses that files of all kinds share. */
final class AddressValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private AddressValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("address", AddressValueGrammars::address);
        factories.put("address_set", GrammarFactory.of(AddressValueGrammars::set));
        factories.put("net", GrammarFactory.parsed(Addresses::net));
        factories.put("net_length", GrammarFactory.of(AddressValueGrammars::netWithLength));
        factories.put(
                "mac", GrammarFactory.parsed(text -> HardwareAddresses.ofLength(text, HardwareAddresses.ETHERNET)));
        factories.put("hwaddr", GrammarFactory.parsed(HardwareAddresses::ofLink));
        return factories;
    }

    /** {@code address}, {@code address(4)}, {@code address(6)}. */
    private static Grammar address(List<String> arguments, Function<String, Grammar> parse) {
        return Grammar.parsed(parser(arguments.isEmpty() ? "" : arguments.getFirst()));
    }

    private static Function<String, Parsed<?>> parser(String family) {
        return switch (family) {
            case "4" -> Addresses::parse4;
            case "6" -> Addresses::parse6;
            default -> Addresses::parse;
        };
    }

    /** Judges an address of the family of the directive's flags that is not all zero. */
    private static List<Complaint> set(String value, ValueContext context) {
        Parsed<Address> parsed =
                context.directive().flags().equals("AF_INET") ? Addresses.parse4(value) : Addresses.parse6(value);
        return switch (parsed) {
            case Parsed.Bad<Address>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<Address>(Address a) ->
                Addresses.isNull(a) ? CommonValueGrammars.ignored("the address cannot be all zero") : List.of();
        };
    }

    /** Judges an address with a prefix's length, which systemd adds with a warning if missing. */
    private static List<Complaint> netWithLength(String value, ValueContext context) {
        return switch (Addresses.net(value)) {
            case Parsed.Bad<Addresses.Net>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<Addresses.Net>(Addresses.Net net) ->
                net.length().isPresent()
                        ? List.of()
                        : List.of(new Complaint(
                                        Effect.CHANGED,
                                        "missing prefix length; systemd uses /" + Addresses.bits(net.address()))
                                .with(Remedy.write(value + "/" + Addresses.bits(net.address()))));
        };
    }
}
