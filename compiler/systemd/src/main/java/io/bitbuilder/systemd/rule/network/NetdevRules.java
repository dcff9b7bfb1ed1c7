package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.UserNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of whole .netdev files (systemd.netdev(5)): settings that a kind of device requires. */
public final class NetdevRules {
    public static final List<ObjectRule> ALL = List.of(NetdevRules::judge);

    /** Returns which required setting of a kind of device is missing; an empty string when none is. */
    @FunctionalInterface
    private interface RequiredSetting {
        String missing(Device device);
    }

    /**
     * A device.
     *
     * @param kind its kind
     * @param name its name
     * @param common settings of [NetDev]
     * @param settings settings of all sections
     * @param own settings of the sections that its kind has
     */
    record Device(
            FindingSink sink,
            String kind,
            String name,
            EffectiveSettings settings,
            EffectiveSettings common,
            EffectiveSettings own) {}

    private static final int MAX_VNI = (1 << 24) - 1;
    private static final Set<String> LOCAL_WORDS =
            Set.of("ipv4_link_local", "ipv6_link_local", "dhcp4", "dhcp6", "slaac", "dhcp_pd");

    private static final Map<String, RequiredSetting> NEEDS = Map.ofEntries(
            Map.entry(
                    "bareudp",
                    d -> d.own().has("DestinationPort")
                            ? d.own().has("EtherType") ? "" : "missing EtherType="
                            : "missing DestinationPort="),
            Map.entry("fou", NetdevRules::fou),
            Map.entry("geneve", d -> d.own().has("Id") ? "" : "missing Id="),
            Map.entry("hsr", NetdevRules::hsr),
            Map.entry("l2tp", NetdevSections::l2tp),
            Map.entry("macsec", NetdevSections::macsec),
            Map.entry("tap", NetdevRules::tunTap),
            Map.entry("tun", NetdevRules::tunTap),
            Map.entry("veth", d -> peer(d, "Name")),
            Map.entry("vxcan", d -> peer(d, "Peer")),
            Map.entry("vlan", d -> d.own().has("Id") ? "" : "missing Id="),
            Map.entry("vxlan", NetdevRules::vxlan),
            Map.entry("wireguard", NetdevSections::wireguard),
            Map.entry(
                    "wlan",
                    d -> d.own().has("Type")
                            ? d.own().has("PhysicalDevice") ? "" : "missing PhysicalDevice="
                            : "missing Type="),
            Map.entry("xfrm", d -> isZero(d, "InterfaceId") ? "InterfaceId= is missing or 0" : ""));

    private NetdevRules() {}

    private static void judge(ConfigObject object, LineChecker rules, FindingSink sink) {
        if (!NetworkRules.isRead(object)) {
            return;
        }
        EffectiveSettings settings = EffectiveSettings.of(object, rules);
        EffectiveSettings common = settings.in("NetDev");
        Optional<Assignment> kind = common.first("Kind");
        kind.ifPresent(first -> common.all("Kind").stream()
                .filter(k -> !k.value().equals(first.value()))
                .forEach(k -> sink.add(
                        Code.INVALID_DIRECTIVE_VALUE,
                        k.span(),
                        "conflicts with Kind=" + first.value() + " above; networkd ignores the line")));
        if (kind.isEmpty() || !common.has("Name")) {
            String key = kind.isEmpty() ? "Kind=" : "Name=";
            sink.add(
                    Code.FILE_IGNORED,
                    common.place(),
                    "missing " + key + " in [NetDev]; networkd ignores the file",
                    "write " + key + (kind.isEmpty() ? "KIND, such as bridge or vlan," : "INTERFACE") + " in [NetDev]");
            return;
        }
        EffectiveSettings own = settings.outside("NetDev", "Match");
        Device device =
                new Device(sink, kind.get().value(), common.value("Name").orElseThrow(), settings, common, own);
        String missing = NetdevTunnels.isTunnel(device.kind())
                ? NetdevTunnels.missing(device)
                : NEEDS.getOrDefault(device.kind(), d -> "").missing(device);
        if (!missing.isEmpty()) {
            sink.add(
                    Code.FILE_IGNORED,
                    (own.hasSections() ? own : common).place(),
                    missing + "; networkd does not create the device");
        }
    }

    static boolean isZero(Device device, String key) {
        return device.own()
                .value(key)
                .map(v -> v.matches("(?i)[0x]*|ip|hopopts"))
                .orElse(true);
    }

    private static String peer(Device device, String key) {
        Optional<String> peer = device.own().value(key);
        return peer.isEmpty()
                ? "missing name of the peer"
                : peer.get().equals(device.name()) ? "device and peer have the same name" : "";
    }

    private static String hsr(Device device) {
        List<String> distinct = device.own()
                .words("Ports")
                .filter(port -> LinkNames.isValid(port, LinkNames.Flag.ALTERNATIVE))
                .distinct()
                .toList();
        return distinct.size() == 2 ? "" : "Ports= requires two distinct ports";
    }

    private static String fou(Device device) {
        boolean gue = device.own()
                .value("Encapsulation")
                .filter(v -> v.equals("GenericUDPEncapsulation"))
                .isPresent();
        boolean protocol = !isZero(device, "Protocol");
        if (gue == protocol) {
            return gue ? "Protocol= cannot be combined with GenericUDPEncapsulation" : "missing Protocol=";
        }
        boolean peer = device.own().has("Peer");
        boolean port = device.own().has("PeerPort");
        return peer == port ? "" : peer ? "missing PeerPort=" : "missing Peer=";
    }

    private static String tunTap(Device device) {
        for (String key : List.of("MTUBytes", "MACAddress")) {
            device.common()
                    .last(key)
                    .filter(l -> !l.value().equals("0"))
                    .ifPresent(l -> device.sink()
                            .add(
                                    Code.INVALID_DIRECTIVE_VALUE,
                                    l.span(),
                                    key + "= is not supported for a " + device.kind()
                                            + "; networkd ignores it (set it in the .network file)"));
        }
        for (String key : List.of("User", "Group")) {
            device.own()
                    .last(key)
                    .filter(l -> !UserNames.isRelaxed(l.value()))
                    .ifPresent(l -> device.sink()
                            .add(
                                    Code.INVALID_DIRECTIVE_VALUE,
                                    l.span(),
                                    "invalid " + key.toLowerCase(Locale.ROOT) + " name '" + l.value() + "'"));
        }
        return "";
    }

    private static String vxlan(Device device) {
        EffectiveSettings own = device.own();
        if (isSet(own, "Group") && isSet(own, "Remote")) {
            return "Group= cannot be combined with Remote=";
        }
        if (own.isTrue("Independent")
                && own.value("Local").filter(LOCAL_WORDS::contains).isPresent()) {
            return "an independent device requires an IP address in Local=";
        }
        boolean valid = own.value("VNI", "Id")
                .flatMap(v -> Numbers.uint(v, 0, MAX_VNI).toOptional())
                .isPresent();
        if (own.isTrue("External")) {
            own.last("VNI", "Id")
                    .filter(l -> valid)
                    .ifPresent(l -> device.sink()
                            .add(
                                    Code.INVALID_DIRECTIVE_VALUE,
                                    l.span(),
                                    "VNI= conflicts with External=; networkd ignores it"));
            return "";
        }
        if (own.isTrue("VNIFilter")) {
            own.last("VNIFilter")
                    .ifPresent(l ->
                            device.sink().add(Code.INVALID_DIRECTIVE_VALUE, l.span(), "VNIFilter= requires External="));
        }
        return valid ? "" : own.has("VNI", "Id") ? "VNI= is out of range (at most " + MAX_VNI + ")" : "missing VNI=";
    }

    private static boolean isSet(EffectiveSettings own, String key) {
        Optional<Address> address =
                own.value(key).flatMap(v -> Addresses.parse(v).toOptional());
        return address.filter(a -> !Addresses.isNull(a)).isPresent();
    }
}
