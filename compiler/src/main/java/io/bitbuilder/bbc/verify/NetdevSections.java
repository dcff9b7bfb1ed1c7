package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices with sections that may stand there more than once (systemd.netdev(5)): L2TP, MACsec and WireGuard. */
final class NetdevSections {
    private static final String MAC = "MACAddress";
    private static final String PORT = "Port";
    private static final int MAX_ASSOCIATIONS = 4;
    private static final String NO_KEY = "A{43}=";

    private NetdevSections() {}

    /** An L2TP tunnel and its sessions. */
    static String l2tp(NetdevRules.Device device) {
        EffectiveSettings own = device.own();
        Optional<Integer> family = family(device);
        if (family.isEmpty() || !own.has("Remote")) {
            return "it has no Remote=";
        }
        if (!own.has("TunnelId") || !own.has("PeerTunnelId")) {
            return "it has no TunnelId= or no PeerTunnelId=";
        }
        Set<String> names = new HashSet<>();
        for (EffectiveSettings session : device.settings().each("L2TPSession")) {
            Optional<String> name = session.value("Name");
            if (session.isSpoiled()) {
                continue;
            }
            if (name.isEmpty()) {
                refuse(device, session.place(), "it has no Name=");
            } else if (!session.has("SessionId") || !session.has("PeerSessionId")) {
                refuse(device, session.place(), "it has no SessionId= or no PeerSessionId=");
            } else if (name.get().equals(device.name()) || !names.add(name.get())) {
                refuse(device, session.place(), "another device or session has its name");
            }
        }
        return "";
    }

    private static Optional<Integer> family(NetdevRules.Device device) {
        Optional<Integer> family = Optional.empty();
        for (Assignment line : device.own().all("Local", "Remote")) {
            Optional<Integer> bits = Addresses.parse(line.value().split("@", 2)[0]).toOptional().map(Addresses::bits);
            if (family.isPresent() && bits.isPresent() && !family.equals(bits)) {
                device.sink().add(Code.SYS004, line.span(), "it is of another family than the other end");
            }
            family = family.or(() -> bits);
        }
        return family;
    }

    private static void refuse(NetdevRules.Device device, Span place, String why) {
        device.sink().add(Code.SYS007, place, why + "; networkd leaves out the section");
    }

    /** Channels and associations of MACsec, at most four of each channel. */
    static String macsec(NetdevRules.Device device) {
        Set<String> channels = new HashSet<>();
        for (EffectiveSettings channel : sections(device, "MACsecReceiveChannel")) {
            if (noMac(channel) || !channel.has(PORT)) {
                refuse(device, channel.place(), noMac(channel) ? "it has no MACAddress=" : "it has no Port=");
            } else if (!channels.add(identity(channel))) {
                refuse(device, channel.place(), "another channel has its address and port");
            }
        }
        int transmit = 0;
        boolean encodes = false;
        for (EffectiveSettings association : sections(device, "MACsecTransmitAssociation")) {
            String why = !association.has("PacketNumber") ? "it has no PacketNumber=" : noKey(association) ? "it has no key" : transmit == MAX_ASSOCIATIONS ? "it is one more than four" : "";
            if (!why.isEmpty()) {
                refuse(device, association.place(), why);
                continue;
            }
            transmit++;
            if (association.isTrue("UseForEncoding") && encodes) {
                device.sink().add(Code.SYS004, association.place(), "another association is used for encoding; networkd leaves out UseForEncoding=");
            }
            encodes |= association.isTrue("UseForEncoding");
        }
        receive(device);
        return "";
    }

    private static void receive(NetdevRules.Device device) {
        Map<String, Integer> counts = new HashMap<>();
        for (EffectiveSettings association : sections(device, "MACsecReceiveAssociation")) {
            String why = noKey(association) ? "it has no key" : noMac(association) ? "it has no MACAddress=" : !association.has(PORT) ? "it has no Port=" : "";
            if (!why.isEmpty()) {
                refuse(device, association.place(), why);
            } else if (counts.merge(identity(association), 1, Integer::sum) > MAX_ASSOCIATIONS) {
                refuse(device, association.place(), "its channel has four others");
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

    /** Keys of a WireGuard device and its peers; a credential of the device's name counts for what is in it. */
    static String wireguard(NetdevRules.Device device) {
        boolean key = device.own().value("PrivateKey").filter(v -> !v.matches(NO_KEY)).isPresent() || device.own().has("PrivateKeyFile");
        if (!key) {
            return "it has neither PrivateKey= nor PrivateKeyFile=, and no credential network.wireguard.private.* is known";
        }
        for (EffectiveSettings peer : sections(device, "WireGuardPeer")) {
            if (peer.value("PublicKey").filter(v -> !v.matches(NO_KEY)).isEmpty() && !peer.has("PublicKeyFile")) {
                refuse(device, peer.place(), "it has no PublicKey=");
            }
        }
        return "";
    }
}
