package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Duplicate ports, VLAN and VXLAN IDs and MAC addresses of a host. */
final class DuplicateRules {
    /** Kinds of links that share the address of another one by design. */
    private static final Set<String> BORROWING =
            Set.of("bridge", "bond", "vlan", "macvlan", "macvtap", "ipvlan", "ipvtap", "vrf", "macsec");

    private final Map<String, Span> seen = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final FindingSink sink;

    private DuplicateRules(FindingSink sink) {
        this.sink = sink;
    }

    static void judge(HostLinks links, FindingSink sink) {
        DuplicateRules rules = new DuplicateRules(sink);
        links.netdevs().values().forEach(rules::wireguard);
        links.netdevs().values().forEach(rules::vxlan);
        links.networks().forEach(network -> rules.vlans(network, links));
        links.netdevs().values().forEach(rules::mac);
        links.networks().forEach(network -> rules.mac(network, links));
    }

    /** Returns the place of the first use, if this one is a duplicate. */
    private Optional<Span> firstUse(String what, Span here) {
        return Optional.ofNullable(seen.putIfAbsent(what, here));
    }

    private void wireguard(DeclaredNetdev device) {
        device.value("WireGuard", "ListenPort")
                .filter(line -> device.kind().equals("wireguard"))
                .ifPresent(line -> ValidValues.number(line.value())
                        .flatMap(port -> firstUse("port " + port, line.span()))
                        .ifPresent(other -> sink.add(Finding.of(
                                        Code.DUPLICATE_WIREGUARD_PORT,
                                        line.span(),
                                        "duplicate listen port " + line.value() + " of WireGuard device "
                                                + device.name())
                                .also(other, "first device")
                                .fix("give each device its own port, and update the Endpoint= of its peers"))));
    }

    private void vxlan(DeclaredNetdev device) {
        if (!device.kind().equals("vxlan") || device.isTrue("VXLAN", "External")) {
            return;
        }
        String family = Stream.of("Local", "Remote", "Group")
                        .anyMatch(key -> device.value("VXLAN", key)
                                .filter(a -> a.value().indexOf(':') >= 0)
                                .isPresent())
                ? "6"
                : "4";
        String port =
                device.value("VXLAN", "DestinationPort").map(Assignment::value).orElse("");
        device.value("VXLAN", "VNI")
                .or(() -> device.value("VXLAN", "Id"))
                .ifPresent(line -> ValidValues.number(line.value())
                        .flatMap(vni -> firstUse("vni " + vni + " " + port + " " + family, line.span()))
                        .ifPresent(other -> sink.add(Finding.of(
                                        Code.DUPLICATE_VNI,
                                        line.span(),
                                        "duplicate VNI " + line.value() + " of VXLAN " + device.name()
                                                + " on the same port; the kernel creates only one of the devices")
                                .also(other, "first device")
                                .fix("give each its own VNI="))));
    }

    private void vlans(NetworkFile network, HostLinks links) {
        Map<String, Span> numbers = new HashMap<>();
        for (Assignment line : network.settings().in("Network").all("VLAN")) {
            for (DeclaredNetdev device : ValidValues.words(line.value()).stream()
                    .distinct()
                    .flatMap(name -> links.netdev(name).stream())
                    .toList()) {
                Optional<Assignment> id = device.value("VLAN", "Id")
                        .filter(a -> ValidValues.number(a.value()).isPresent());
                String protocol = device.value("VLAN", "Protocol")
                        .map(a -> a.value().toLowerCase(Locale.ROOT))
                        .orElse("802.1q");
                Span other = id.map(a -> numbers.putIfAbsent(Long.parseLong(a.value()) + " " + protocol, a.span()))
                        .orElse(null);
                if (other != null && !other.equals(id.get().span())) {
                    sink.add(Finding.of(
                                    Code.DUPLICATE_VLAN_ID,
                                    id.get().span(),
                                    "duplicate VLAN ID " + id.get().value() + " on the link of " + network.fileName())
                            .also(other, "first device")
                            .also(line.span(), "the link requests both")
                            .fix("give each its own Id="));
                }
            }
        }
    }

    private void mac(DeclaredNetdev device) {
        if (!BORROWING.contains(device.kind())) {
            device.value("NetDev", "MACAddress").ifPresent(line -> mac(line, device.name()));
        }
    }

    private void mac(NetworkFile network, HostLinks links) {
        Optional<DeclaredNetdev> device = links.netdev(network);
        if (network.isLiteral()
                && network.value("Bond").isEmpty()
                && device.filter(d -> BORROWING.contains(d.kind())).isEmpty()) {
            network.settings()
                    .in("Link")
                    .last("MACAddress")
                    .ifPresent(line -> mac(line, network.names().getFirst()));
        }
    }

    private void mac(Assignment line, String link) {
        String bytes = line.value().toLowerCase(Locale.ROOT).replace('-', ':');
        if (!bytes.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
            return;
        }
        String owner = owners.putIfAbsent(bytes, link);
        firstUse("mac " + bytes, line.span())
                .filter(other -> !link.equals(owner))
                .ifPresent(other -> sink.add(
                        Finding.of(Code.DUPLICATE_MAC_ADDRESS, line.span(), "duplicate MAC address of link " + link)
                                .also(other, "first link")
                                .fix("give each link its own address, or none so that systemd generates one")));
    }
}
