package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.value.Addresses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices with repeatable sections (systemd.netdev(5)): L2TP, MACsec and WireGuard. */
final class NetdevSections {
    private static final String MAC = "MACAddress";
    private static final String PORT = "Port";
    private static final int MAX_ASSOCIATIONS = 4;
    private static final String NO_KEY = "A{43}=";

    private NetdevSections() {}

    /** Checks an L2TP tunnel and its sessions. */
    static String l2tp(NetdevRules.Device device) {
        EffectiveSettings own = device.own();
        Optional<Integer> family = family(device);
        if (family.isEmpty() || !own.has("Remote")) {
            return "missing Remote=";
        }
        if (!own.has("TunnelId") || !own.has("PeerTunnelId")) {
            return "missing TunnelId= or PeerTunnelId=";
        }
        Set<String> names = new HashSet<>();
        for (EffectiveSettings session : device.settings().each("L2TPSession")) {
            Optional<String> name = session.value("Name");
            if (session.isSpoiled()) {
                continue;
            }
            if (name.isEmpty()) {
                refuse(device, session.place(), "missing Name=");
            } else if (!session.has("SessionId") || !session.has("PeerSessionId")) {
                refuse(device, session.place(), "missing SessionId= or PeerSessionId=");
            } else if (name.get().equals(device.name()) || !names.add(name.get())) {
                refuse(device, session.place(), "duplicate name of a device or session");
            }
        }
        return "";
    }

    private static Optional<Integer> family(NetdevRules.Device device) {
        Optional<Integer> family = Optional.empty();
        for (Assignment line : device.own().all("Local", "Remote")) {
            Optional<Integer> bits =
                    Addresses.parse(line.value().split("@", 2)[0]).toOptional().map(Addresses::bits);
            if (family.isPresent() && bits.isPresent() && !family.equals(bits)) {
                device.sink()
                        .add(
                                Code.INVALID_DIRECTIVE_VALUE,
                                line.span(),
                                "Local= and Remote= have different address families");
            }
            family = family.or(() -> bits);
        }
        return family;
    }

    private static void refuse(NetdevRules.Device device, Span place, String why) {
        device.sink().add(Code.SECTION_IGNORED, place, why + "; networkd ignores the section");
    }

    /** Checks channels and associations of MACsec, at most four of each channel. */
    static String macsec(NetdevRules.Device device) {
        Set<String> channels = new HashSet<>();
        for (EffectiveSettings channel : sections(device, "MACsecReceiveChannel")) {
            if (noMac(channel) || !channel.has(PORT)) {
                refuse(device, channel.place(), noMac(channel) ? "missing MACAddress=" : "missing Port=");
            } else if (!channels.add(identity(channel))) {
                refuse(device, channel.place(), "duplicate address and port of a channel");
            }
        }
        int transmit = 0;
        boolean encodes = false;
        for (EffectiveSettings association : sections(device, "MACsecTransmitAssociation")) {
            String why = !association.has("PacketNumber")
                    ? "missing PacketNumber="
                    : noKey(association)
                            ? "missing Key= or KeyFile="
                            : transmit == MAX_ASSOCIATIONS ? "more than four associations" : "";
            if (!why.isEmpty()) {
                refuse(device, association.place(), why);
                continue;
            }
            transmit++;
            if (association.isTrue("UseForEncoding") && encodes) {
                device.sink()
                        .add(
                                Code.INVALID_DIRECTIVE_VALUE,
                                association.place(),
                                "UseForEncoding= is set for another association already; networkd ignores it here");
            }
            encodes |= association.isTrue("UseForEncoding");
        }
        receive(device);
        return "";
    }

    private static void receive(NetdevRules.Device device) {
        Map<String, Integer> counts = new HashMap<>();
        for (EffectiveSettings association : sections(device, "MACsecReceiveAssociation")) {
            String why = noKey(association)
                    ? "missing Key= or KeyFile="
                    : noMac(association) ? "missing MACAddress=" : !association.has(PORT) ? "missing Port=" : "";
            if (!why.isEmpty()) {
                refuse(device, association.place(), why);
            } else if (counts.merge(identity(association), 1, Integer::sum) > MAX_ASSOCIATIONS) {
                refuse(device, association.place(), "more than four associations of one channel");
            }
        }
    }

    private static List<EffectiveSettings> sections(NetdevRules.Device device, String name) {
        return device.settings().each(name).stream().filter(s -> !s.isSpoiled()).toList();
    }

    private static boolean noMac(EffectiveSettings section) {
        return section.value(MAC).map(v -> v.matches("[0.:-]*")).orElse(true);
    }

    private static boolean noKey(EffectiveSettings section) {
        return !section.has("Key") && !section.has("KeyFile");
    }

    private static String identity(EffectiveSettings section) {
        return section.value(MAC).orElse("") + " " + section.value(PORT).orElse("");
    }

    /** Checks the keys of a WireGuard device and its peers. */
    static String wireguard(NetdevRules.Device device) {
        boolean key =
                device.own().value("PrivateKey").filter(v -> !v.matches(NO_KEY)).isPresent()
                        || device.own().has("PrivateKeyFile");
        if (!key) {
            return "missing PrivateKey= or PrivateKeyFile= (or a credential network.wireguard.private.*)";
        }
        for (EffectiveSettings peer : sections(device, "WireGuardPeer")) {
            if (peer.value("PublicKey").filter(v -> !v.matches(NO_KEY)).isEmpty() && !peer.has("PublicKeyFile")) {
                refuse(device, peer.place(), "missing PublicKey=");
            }
        }
        return "";
    }
}
