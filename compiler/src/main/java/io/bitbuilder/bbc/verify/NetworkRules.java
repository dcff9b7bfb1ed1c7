package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Interfaces;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.value.Address6;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules of whole .network files with their drop-ins (systemd.network(5)): files that match nothing,
 * conflicting switches, incomplete sections. A device exists when its .netdev file is given.
 */
final class NetworkRules {
    /** Keys of [Match] that select links; all others are conditions. */
    private static final String[] MATCHES = {"MACAddress", "PermanentMACAddress", "Path", "Driver", "Type", "Kind", "WLANInterfaceType", "SSID", "BSSID", "Name", "Property"};

    private static final String[] CONDITIONS = {"Host", "Virtualization", "KernelCommandLine", "KernelVersion", "Version", "Credential", "Architecture", "Firmware", "MachineTag"};

    /** Keys of [Network] that stack a device on the interface. */
    private static final List<String> STACKED = List.of("IPoIB", "IPVLAN", "IPVTAP", "MACsec", "MACVLAN", "MACVTAP", "Tunnel", "VLAN", "VXLAN", "Xfrm");

    private final Loaded object;
    private final EffectiveSettings settings;
    private final NetworkDevices devices;
    private final Sink sink;
    private final EffectiveSettings network;

    private NetworkRules(Loaded object, Lines rules, NetworkDevices devices, Sink sink) {
        this.object = object;
        this.settings = EffectiveSettings.of(object, rules);
        this.devices = devices;
        this.sink = sink;
        this.network = settings.in("Network");
    }

    /** Checks the networks of a host. */
    static void judge(Host host, Sink sink) {
        NetworkDevices devices = NetworkDevices.of(host);
        boolean relayed = isRelayed(host);
        host.of("network").filter(NetworkRules::isBegun).forEach(object -> new NetworkRules(object, host.lines(), devices, sink).judge(relayed));
    }

    /** Returns true when a file configures the server of a DHCP relay. */
    private static boolean isRelayed(Host host) {
        return host.of("networkd.conf").map(daemon -> EffectiveSettings.asWritten(daemon)).anyMatch(daemon -> daemon.in("DHCPRelay").has("ServerAddress"))
                || host.of("network").filter(network -> EffectiveSettings.asWritten(network).in("DHCPServer").has("RelayTarget"))
                        .anyMatch(network -> EffectiveSettings.of(network, host.lines()).in("Network").isTrue("DHCPServer"));
    }

    /** Returns true for a file that is not empty and was read to its end, with all its drop-ins. */
    static boolean isRead(Loaded object) {
        return isBegun(object) && object.files().noneMatch(file -> file.stopped());
    }

    private static boolean isBegun(Loaded object) {
        return object.main().filter(main -> !main.source().text().isBlank()).isPresent();
    }

    /** Returns true when no line of [Match] can match anything. */
    static boolean matchesNothing(EffectiveSettings settings, String... more) {
        EffectiveSettings match = settings.in("Match");
        return Stream.of(MATCHES, CONDITIONS, more).flatMap(Stream::of).noneMatch(match::has);
    }

    private void judge(boolean relayed) {
        stacked();
        NetworkAddresses read = NetworkAddresses.read(settings, sink);
        NetworkRoutes routes = NetworkRoutes.read(settings, sink);
        if (!isRead(object)) {
            return;
        }
        if (matchesNothing(settings)) {
            sink.add(Code.SYS008, settings.in("Match").place(), "[Match] matches nothing; networkd ignores the file (Name=* matches all)");
            return;
        }
        keepMaster();
        NetworkSwitches switches = new NetworkSwitches(settings, devices, sink);
        switches.judge(read.first(), routes.first());
        List<NetworkAddresses.Static> addresses = switches.isPort() ? List.of() : read.kept();
        boolean local = switches.hasLinkLocal6() || addresses.stream().anyMatch(NetworkRules::isLinkLocal6);
        boolean advertisements = switches.advertisements(local);
        boolean dhcp4 = switches.dhcp(local);
        boolean announces = switches.announces(local);
        switches.timing();
        switches.servers(addresses, dhcp4, relayed);
        routes.judge(new NetworkState(addresses, dhcp4, advertisements), switches.isPort());
        new NetworkSections(settings, sink).judge(announces);
        NetworkTraffic.judge(settings, sink);
    }

    private static boolean isLinkLocal6(NetworkAddresses.Static address) {
        return address.address() instanceof Address6 six && six.high() >>> 54 == 0x3fa && address.peer().isEmpty();
    }

    /** Reports settings that would move the interface, which networkd ignores because of KeepMaster=. */
    private void keepMaster() {
        if (network.isTrue("KeepMaster")) {
            for (String key : List.of("BatmanAdvanced", "Bond", "Bridge", "VRF")) {
                network.last(key).ifPresent(line -> sink.add(Code.SYS004, line.span(), key + "= conflicts with KeepMaster=; networkd ignores it"));
            }
        }
    }

    /** Reports names that are used for two kinds of devices. */
    private void stacked() {
        Map<String, String> kinds = new HashMap<>();
        for (Assignment line : object.files().flatMap(file -> file.assignments().stream()).filter(a -> a.section().equals("Network") && STACKED.contains(a.key())).toList()) {
            if (line.value().isEmpty()) {
                kinds.clear();
            }
            for (String name : names(line)) {
                Optional<String> kind = Optional.ofNullable(kinds.putIfAbsent(name, line.key())).filter(k -> !k.equals(line.key()));
                if (kind.isPresent()) {
                    sink.add(Code.SYS005, line.span(), "duplicate device " + name + ", already named by " + kind.get() + "=; networkd ignores it here");
                }
            }
        }
    }

    private List<String> names(Assignment line) {
        return Splitter.of(line.value()).rest().toOptional().orElse(List.of()).stream()
                .filter(name -> Interfaces.isValid(name)).toList();
    }
}
