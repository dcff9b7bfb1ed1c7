package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers and names that only one thing of a host can have. */
final class TwiceRules {
    /** Links that take over the address of another one by design. */
    private static final Set<String> BORROWING = Set.of("bridge", "bond", "vlan", "macvlan", "macvtap", "ipvlan", "ipvtap", "vrf", "macsec");

    private final Map<String, Span> seen = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Sink sink;

    private TwiceRules(Sink sink) {
        this.sink = sink;
    }

    static void judge(Host host, Links links, Sink sink) {
        TwiceRules rules = new TwiceRules(sink);
        links.netdevs().values().forEach(rules::wireguard);
        links.netdevs().values().forEach(rules::vxlan);
        links.networks().forEach(network -> rules.vlans(network, links));
        links.netdevs().values().forEach(rules::mac);
        links.networks().forEach(network -> rules.mac(network, links));
        host.complete("socket").forEach(rules::socket);
    }

    /** The earlier place of what is the same, if there is one. */
    private Optional<Span> before(String what, Span here) {
        return Optional.ofNullable(seen.putIfAbsent(what, here));
    }

    private void wireguard(Netdev device) {
        device.value("WireGuard", "ListenPort").filter(line -> device.kind().equals("wireguard")).ifPresent(line ->
                Values.number(line.value()).flatMap(port -> before("port " + port, line.span())).ifPresent(other ->
                        sink.add(Finding.of(Code.SYS203, line.span(), "WireGuard device " + device.name() + " cannot listen on port " + line.value() + ", which another one has")
                                .also(other, "the other device").fix("give each device a port of its own, and let its peers know"))));
    }

    private void vxlan(Netdev device) {
        if (!device.kind().equals("vxlan") || device.isTrue("VXLAN", "External")) {
            return;
        }
        String family = Stream.of("Local", "Remote", "Group").anyMatch(key -> device.value("VXLAN", key).filter(a -> a.value().indexOf(':') >= 0).isPresent()) ? "6" : "4";
        String port = device.value("VXLAN", "DestinationPort").map(Assignment::value).orElse("");
        device.value("VXLAN", "VNI").or(() -> device.value("VXLAN", "Id")).ifPresent(line ->
                Values.number(line.value()).flatMap(vni -> before("vni " + vni + " " + port + " " + family, line.span())).ifPresent(other ->
                        sink.add(Finding.of(Code.SYS205, line.span(), "VXLAN " + device.name() + " has the number " + line.value() + " of another one on the same port; the kernel makes one of them only")
                                .also(other, "the other device").fix("give each its own VNI="))));
    }

    private void vlans(NetworkFile network, Links links) {
        Map<String, Span> numbers = new HashMap<>();
        for (Assignment line : network.settings().in("Network").all("VLAN")) {
            for (Netdev device : Values.words(line.value()).stream().distinct().flatMap(name -> links.netdev(name).stream()).toList()) {
                Optional<Assignment> id = device.value("VLAN", "Id").filter(a -> Values.number(a.value()).isPresent());
                String protocol = device.value("VLAN", "Protocol").map(a -> a.value().toLowerCase(Locale.ROOT)).orElse("802.1q");
                Span other = id.map(a -> numbers.putIfAbsent(Long.parseLong(a.value()) + " " + protocol, a.span())).orElse(null);
                if (other != null && !other.equals(id.get().span())) {
                    sink.add(Finding.of(Code.SYS204, id.get().span(), "VLAN " + id.get().value() + " is already that of another device on the link of " + network.fileName())
                            .also(other, "the other device").also(line.span(), "the link asks for both").fix("give each its own Id="));
                }
            }
        }
    }

    private void mac(Netdev device) {
        if (!BORROWING.contains(device.kind())) {
            device.value("NetDev", "MACAddress").ifPresent(line -> mac(line, device.name()));
        }
    }

    private void mac(NetworkFile network, Links links) {
        Optional<Netdev> device = links.netdev(network);
        if (network.isLiteral() && network.value("Bond").isEmpty() && device.filter(d -> BORROWING.contains(d.kind())).isEmpty()) {
            network.settings().in("Link").last("MACAddress").ifPresent(line -> mac(line, network.names().getFirst()));
        }
    }

    private void mac(Assignment line, String link) {
        String bytes = line.value().toLowerCase(Locale.ROOT).replace('-', ':');
        if (!bytes.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
            return;
        }
        String owner = owners.putIfAbsent(bytes, link);
        before("mac " + bytes, line.span()).filter(other -> !link.equals(owner)).ifPresent(other ->
                sink.add(Finding.of(Code.SYS206, line.span(), "link " + link + " has the MAC address of another one")
                        .also(other, "the other link").fix("give each link its own, or none so that systemd makes one")));
    }

    private void socket(Loaded unit) {
        EffectiveSettings settings = EffectiveSettings.asWritten(unit);
        EffectiveSettings socket = settings.in("Socket");
        if (unit.name().contains("@") || socket.isTrue("ReusePort")) {
            return;
        }
        String device = socket.value("BindToDevice").orElse("");
        for (String key : List.of("ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO")) {
            for (Assignment line : socket.all(key)) {
                if (line.value().indexOf('%') < 0) {
                    before(key + " " + device + " " + line.value(), line.span())
                            .filter(other -> settings.in("Unit").accepted("Conflicts").isEmpty())
                            .ifPresent(other -> sink.add(Finding.of(Code.SYS207, line.span(), unit.name() + " cannot listen on " + line.value() + " while another socket unit does")
                                    .also(other, "the other unit").fix("give each its own address, or write Conflicts= if one takes the other's place")));
                }
            }
        }
    }
}
