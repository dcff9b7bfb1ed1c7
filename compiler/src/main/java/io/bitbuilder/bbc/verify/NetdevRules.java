package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.literal.Interfaces;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Users;
import io.bitbuilder.bbc.value.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What networkd finds after it has read a .netdev file (systemd.netdev(5)): devices that lack something that their kind needs. */
final class NetdevRules {
    static final List<ObjectRule> ALL = List.of(NetdevRules::judge);

    /** What a kind of device needs beyond a name; an empty text when it has it. */
    @FunctionalInterface
    private interface Need {
        String missing(Device device);
    }

    /**
     * A device.
     *
     * @param kind  its kind
     * @param name  its name
     * @param common settings of [NetDev]
     * @param settings settings of all sections
     * @param own   settings of the sections that its kind has
     */
    record Device(Sink sink, String kind, String name, EffectiveSettings settings, EffectiveSettings common, EffectiveSettings own) {}

    private static final int MAX_VNI = (1 << 24) - 1;
    private static final Set<String> LOCAL_WORDS = Set.of("ipv4_link_local", "ipv6_link_local", "dhcp4", "dhcp6", "slaac", "dhcp_pd");

    private static final Map<String, Need> NEEDS = Map.ofEntries(
            Map.entry("bareudp", d -> d.own().has("DestinationPort") ? d.own().has("EtherType") ? "" : "it has no EtherType=" : "it has no DestinationPort="),
            Map.entry("fou", NetdevRules::fou),
            Map.entry("geneve", d -> d.own().has("Id") ? "" : "it has no Id="),
            Map.entry("hsr", NetdevRules::hsr),
            Map.entry("l2tp", NetdevSections::l2tp),
            Map.entry("macsec", NetdevSections::macsec),
            Map.entry("tap", NetdevRules::tunTap),
            Map.entry("tun", NetdevRules::tunTap),
            Map.entry("veth", d -> peer(d, "Name")),
            Map.entry("vxcan", d -> peer(d, "Peer")),
            Map.entry("vlan", d -> d.own().has("Id") ? "" : "it has no Id="),
            Map.entry("vxlan", NetdevRules::vxlan),
            Map.entry("wireguard", NetdevSections::wireguard),
            Map.entry("wlan", d -> d.own().has("Type") ? d.own().has("PhysicalDevice") ? "" : "it has no PhysicalDevice=" : "it has no Type="),
            Map.entry("xfrm", d -> isZero(d, "InterfaceId") ? "its InterfaceId= is 0" : ""));

    private NetdevRules() {}

    private static void judge(Loaded object, Lines rules, Sink sink) {
        if (!NetworkRules.isRead(object)) {
            return;
        }
        EffectiveSettings settings = EffectiveSettings.of(object, rules);
        EffectiveSettings common = settings.in("NetDev");
        Optional<Assignment> kind = common.first("Kind");
        kind.ifPresent(first -> common.all("Kind").stream().filter(k -> !k.value().equals(first.value())).forEach(k ->
                sink.add(Code.SYS004, k.span(), "the device is a " + first.value() + " by now; networkd leaves out the line")));
        if (kind.isEmpty() || !common.has("Name")) {
            sink.add(Code.SYS008, common.place(), "the device has no " + (kind.isEmpty() ? "Kind=" : "Name=") + "; networkd leaves out the file");
            return;
        }
        EffectiveSettings own = settings.outside("NetDev", "Match");
        Device device = new Device(sink, kind.get().value(), common.value("Name").orElseThrow(), settings, common, own);
        String missing = NetdevTunnels.isTunnel(device.kind()) ? NetdevTunnels.missing(device) : NEEDS.getOrDefault(device.kind(), d -> "").missing(device);
        if (!missing.isEmpty()) {
            sink.add(Code.SYS008, (own.hasSections() ? own : common).place(), "networkd makes no device: " + missing);
        }
    }

    static boolean isZero(Device device, String key) {
        return device.own().value(key).map(v -> v.matches("(?i)[0x]*|ip|hopopts")).orElse(true);
    }

    private static String peer(Device device, String key) {
        Optional<String> peer = device.own().value(key);
        return peer.isEmpty() ? "its peer has no name" : peer.get().equals(device.name()) ? "it has the name of its peer" : "";
    }

    private static String hsr(Device device) {
        List<String> distinct = device.own().words("Ports").filter(port -> Interfaces.isValid(port, Interfaces.Flag.ALTERNATIVE)).distinct().toList();
        return distinct.size() == 2 ? "" : "it needs two ports in Ports=";
    }

    private static String fou(Device device) {
        boolean gue = device.own().value("Encapsulation").filter(v -> v.equals("GenericUDPEncapsulation")).isPresent();
        boolean protocol = !isZero(device, "Protocol");
        if (gue == protocol) {
            return gue ? "GenericUDPEncapsulation has no Protocol=" : "it has no Protocol=";
        }
        boolean peer = device.own().has("Peer");
        boolean port = device.own().has("PeerPort");
        return peer == port ? "" : peer ? "it has no PeerPort=" : "it has no Peer=";
    }

    private static String tunTap(Device device) {
        for (String key : List.of("MTUBytes", "MACAddress")) {
            device.common().last(key).filter(l -> !l.value().equals("0")).ifPresent(l -> device.sink().add(Code.SYS004, l.span(), "networkd leaves it out for a " + device.kind() + "; set it in the .network file"));
        }
        for (String key : List.of("User", "Group")) {
            device.own().last(key).filter(l -> !Users.isRelaxed(l.value())).ifPresent(l -> device.sink().add(Code.SYS004, l.span(), "'" + l.value() + "' is no name of a " + key.toLowerCase(Locale.ROOT)));
        }
        return "";
    }

    private static String vxlan(Device device) {
        EffectiveSettings own = device.own();
        if (isSet(own, "Group") && isSet(own, "Remote")) {
            return "Group= does not stand with Remote=";
        }
        if (own.isTrue("Independent") && own.value("Local").filter(LOCAL_WORDS::contains).isPresent()) {
            return "a device that is independent needs an address in Local=";
        }
        boolean valid = own.value("VNI", "Id").flatMap(v -> Numbers.uint(v, 0, MAX_VNI).toOptional()).isPresent();
        if (own.isTrue("External")) {
            own.last("VNI", "Id").filter(l -> valid).ifPresent(l -> device.sink().add(Code.SYS004, l.span(), "networkd leaves it out for External="));
            return "";
        }
        if (own.isTrue("VNIFilter")) {
            own.last("VNIFilter").ifPresent(l -> device.sink().add(Code.SYS004, l.span(), "it needs External="));
        }
        return valid ? "" : own.has("VNI", "Id") ? "its VNI= is above " + MAX_VNI : "it has no VNI=";
    }

    private static boolean isSet(EffectiveSettings own, String key) {
        Optional<Address> address = own.value(key).flatMap(v -> Addresses.parse(v).toOptional());
        return address.filter(a -> !Addresses.isNull(a)).isPresent();
    }

    /** Words of Local= that stand for an address of the underlying interface. */
    static boolean isLocalWord(String value) {
        return LOCAL_WORDS.contains(value);
    }
}
