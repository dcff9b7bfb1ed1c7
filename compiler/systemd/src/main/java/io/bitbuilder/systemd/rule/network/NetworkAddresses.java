package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.value.Addresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Static addresses of a .network file (systemd.network(5), [Address]). */
final class NetworkAddresses {
    private static final String SECTION = "Address";
    private static final String LEFT_OUT = "; networkd ignores the section";

    private final FindingSink sink;
    private final List<EffectiveSettings> sections = new ArrayList<>();
    private final List<Item> read = new ArrayList<>();
    private final List<Static> kept = new ArrayList<>();

    /**
     * A static address that networkd keeps.
     *
     * @param peer address of the other end, if given
     * @param scoped true when its scope is not global
     */
    record Static(Span place, Address address, int length, Optional<Address> peer, boolean scoped) {

        /** Returns true for loopback and link-local addresses. */
        boolean isLocal() {
            return switch (address) {
                case Address4(int bits) -> bits >>> 24 == 127 || bits >>> 16 == 0xa9fe;
                case Address6(long high, long low) -> high >>> 54 == 0x3fa || high == 0 && low == 1;
            };
        }

        /** Returns the key by which the kernel distinguishes addresses. */
        private List<Object> identity() {
            return switch (address) {
                case Address4 four -> List.of(four, length, NetworkAddresses.masked(peer.orElse(four), length));
                case Address6 six -> Addresses.isNull(six) ? List.of(six, length) : List.of(six);
            };
        }
    }

    private NetworkAddresses(FindingSink sink) {
        this.sink = sink;
    }

    /**
     * Reads the addresses and reports lines of another address family than the line before them, as networkd does while
     * parsing.
     */
    static NetworkAddresses read(EffectiveSettings settings, FindingSink sink) {
        NetworkAddresses addresses = new NetworkAddresses(sink);
        addresses.sections.addAll(settings.eachOrShort(SECTION, SECTION));
        addresses.sections.forEach(addresses::read);
        return addresses;
    }

    /** Returns the place of the first of them, valid or not. */
    Optional<Span> first() {
        return sections.stream().map(EffectiveSettings::place).findFirst();
    }

    /** Returns the addresses that networkd keeps, and reports the others. */
    List<Static> kept() {
        read.forEach(this::item);
        return distinct();
    }

    /** One section before it is checked. */
    private record Item(
            EffectiveSettings section,
            Optional<Addresses.Net> own,
            Optional<Addresses.Net> peer,
            Optional<Integer> family,
            int length) {}

    private void read(EffectiveSettings section) {
        Optional<Addresses.Net> own = Optional.empty();
        Optional<Addresses.Net> peer = Optional.empty();
        Optional<Integer> family = Optional.empty();
        int length = 0;
        boolean broken = false;
        for (Assignment line : section.accepted(SECTION, "Peer")) {
            Optional<Addresses.Net> net = Addresses.net(line.value()).toOptional();
            if (net.isPresent()
                    && family.filter(f -> f != Addresses.bits(net.get().address()))
                            .isPresent()) {
                sink.add(
                        Code.SECTION_IGNORED,
                        line.span(),
                        "Address= and Peer= have different address families" + LEFT_OUT);
                broken = true;
                continue;
            }
            family = net.map(n -> Addresses.bits(n.address()));
            length = net.map(NetworkAddresses::length).orElse(0);
            own = net.isEmpty() || line.key().equals(SECTION) ? net : own;
            peer = net.isEmpty() || line.key().equals("Peer") ? net : peer;
        }
        if (!broken) {
            read.add(new Item(section, own, peer, family, length));
        }
    }

    private void item(Item item) {
        EffectiveSettings section = item.section();
        if (!section.isSpoiled()
                && isGood(
                        section,
                        item.own().map(Addresses.Net::address),
                        item.family(),
                        item.length(),
                        item.peer().filter(p -> !Addresses.isNull(p.address())).isPresent())) {
            Address address = item.own()
                    .map(Addresses.Net::address)
                    .orElse(item.family().get() == 32 ? new Address4(0) : Address6.UNSPECIFIED);
            kept.add(new Static(
                    section.place(),
                    address,
                    item.length(),
                    item.peer().map(Addresses.Net::address).filter(a -> !Addresses.isNull(a)),
                    section.value("Scope")
                            .filter(s -> !s.equals("global") && !s.equals("0"))
                            .isPresent()));
        }
    }

    private boolean isGood(
            EffectiveSettings item, Optional<Address> own, Optional<Integer> family, int length, boolean hasPeer) {
        if (family.isEmpty()) {
            return refuse(item, "missing Address=");
        }
        boolean four = family.get() == 32;
        boolean isNull = own.map(Addresses::isNull).orElse(true);
        if (isNull && length < (four ? 8 : 64)) {
            return refuse(
                    item,
                    "an address that networkd allocates requires a prefix of at least " + (four ? 8 : 64) + " bits");
        }
        broadcast(item, four, length, isNull, hasPeer);
        if (!four && item.has("Label")) {
            sink.add(
                    Code.INVALID_DIRECTIVE_VALUE,
                    item.place(),
                    "Label= is only for IPv4 addresses; networkd ignores it");
        }
        String detection = item.value("DuplicateAddressDetection").orElse("");
        if (detection.equals(four ? "ipv6" : "ipv4")) {
            sink.add(
                    Code.INVALID_DIRECTIVE_VALUE,
                    item.place(),
                    "DuplicateAddressDetection=" + detection + " does not fit the address family");
        }
        if (four && (item.isTrue("HomeAddress") || item.isTrue("ManageTemporaryAddress"))) {
            return refuse(item, "HomeAddress= and ManageTemporaryAddress= are only for IPv6 addresses");
        }
        return true;
    }

    private void broadcast(EffectiveSettings item, boolean four, int length, boolean isNull, boolean hasPeer) {
        boolean given = item.value("Broadcast")
                .filter(v -> Addresses.parse4(v) instanceof Parsed.Good)
                .isPresent();
        if (given && (!four || length > 30 || hasPeer || isNull)) {
            sink.add(
                    Code.INVALID_DIRECTIVE_VALUE,
                    item.place(),
                    "this address cannot have a broadcast address; networkd ignores Broadcast=");
        }
    }

    private boolean refuse(EffectiveSettings item, String reason) {
        sink.add(Code.SECTION_IGNORED, item.place(), reason + LEFT_OUT);
        return false;
    }

    /** Returns the addresses without duplicates, of which networkd keeps the later one. */
    private List<Static> distinct() {
        Map<List<Object>, Static> last = new LinkedHashMap<>();
        for (Static address : kept) {
            Optional<Static> before = Optional.ofNullable(last.remove(address.identity()));
            if (before.isPresent()) {
                sink.add(
                        Code.SECTION_IGNORED,
                        before.get().place(),
                        "duplicate address, overridden in line "
                                + address.place().line() + "; networkd ignores this section");
            }
            last.put(address.identity(), address);
        }
        return List.copyOf(last.values());
    }

    private static int length(Addresses.Net net) {
        return net.length().orElse(Addresses.bits(net.address()));
    }

    private static Address masked(Address address, int length) {
        return address instanceof Address4 four
                ? new Address4(length == 0 ? 0 : four.bits() & -1 << 32 - length)
                : address;
    }
}
