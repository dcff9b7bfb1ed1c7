package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.literal.HardwareAddresses;
import io.bitbuilder.bbc.value.Address;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Grammars of IP and hardware addresses that files of all kinds share. */
final class AddressGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private AddressGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("address", AddressGrammars::address);
        makers.put("address_set", Maker.of(AddressGrammars::set));
        makers.put("net", Maker.parsed(Addresses::net));
        makers.put("net_length", Maker.of(AddressGrammars::netWithLength));
        makers.put("mac", Maker.parsed(text -> HardwareAddresses.ofLength(text, HardwareAddresses.ETHERNET)));
        makers.put("hwaddr", Maker.parsed(HardwareAddresses::ofLink));
        return makers;
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

    /** An address of the family of the directive's flags that is not all zero. */
    private static List<Complaint> set(String value, Context context) {
        Parsed<Address> parsed = context.directive().flags().equals("AF_INET") ? Addresses.parse4(value) : Addresses.parse6(value);
        return switch (parsed) {
            case Parsed.Bad<Address>(Reason reason) -> CommonGrammars.ignored(reason);
            case Parsed.Good<Address>(Address a) -> Addresses.isNull(a) ? CommonGrammars.ignored("the address cannot be all zero") : List.of();
        };
    }

    /** An address with a prefix's length, which systemd adds with a warning if missing. */
    private static List<Complaint> netWithLength(String value, Context context) {
        return switch (Addresses.net(value)) {
            case Parsed.Bad<Addresses.Net>(Reason reason) -> CommonGrammars.ignored(reason);
            case Parsed.Good<Addresses.Net>(Addresses.Net net) -> net.length().isPresent() ? List.of()
                    : List.of(new Complaint(Effect.CHANGED, "missing prefix length; systemd uses /" + Addresses.bits(net.address())));
        };
    }
}
