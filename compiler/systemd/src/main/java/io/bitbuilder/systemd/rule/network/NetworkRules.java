package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.value.LinkNames;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules of whole .network files with their drop-ins (systemd.network(5)): files that match nothing, conflicting
 * switches, incomplete sections. A device exists when its .netdev file is given.
 */
public final class NetworkRules {
    /** Keys of [Match] that select links; all others are conditions. */
    private static final String[] MATCHES = {
        "MACAddress",
        "PermanentMACAddress",
        "Path",
        "Driver",
        "Type",
        "Kind",
        "WLANInterfaceType",
        "SSID",
        "BSSID",
        "Name",
        "Property"
    };

    private static final String[] CONDITIONS = {
        "Host",
        "Virtualization",
        "KernelCommandLine",
        "KernelVersion",
        "Version",
        "Credential",
        "Architecture",
        "Firmware",
        "MachineTag"
    };

    /** Keys of [Network] that stack a device on the interface. */
    private static final List<String> STACKED =
            List.of("IPoIB", "IPVLAN", "IPVTAP", "MACsec", "MACVLAN", "MACVTAP", "Tunnel", "VLAN", "VXLAN", "Xfrm");

    private final ConfigObject object;
    private final EffectiveSettings settings;
    private final NetworkDevices devices;
    private final FindingSink sink;
    private final EffectiveSettings network;

    private NetworkRules(ConfigObject object, LineChecker rules, NetworkDevices devices, FindingSink sink) {
        this.object = object;
        this.settings = EffectiveSettings.of(object, rules);
        this.devices = devices;
        this.sink = sink;
        this.network = settings.in("Network");
    }

    /** Checks the networks of a host. */
    public static void judge(HostFiles host, FindingSink sink) {
        NetworkDevices devices = NetworkDevices.of(host);
        boolean relayed = isRelayed(host);
        host.of(FileKind.NETWORK)
                .filter(NetworkRules::isBegun)
                .forEach(object -> new NetworkRules(object, host.checker(), devices, sink).judge(relayed));
    }

    /** Returns whether a file configures the server of a DHCP relay. */
    private static boolean isRelayed(HostFiles host) {
        return host.of(FileKind.NETWORKD_CONF)
                        .map(daemon -> EffectiveSettings.asWritten(daemon))
                        .anyMatch(daemon -> daemon.in("DHCPRelay").has("ServerAddress"))
                || host.of(FileKind.NETWORK)
                        .filter(network -> EffectiveSettings.asWritten(network)
                                .in("DHCPServer")
                                .has("RelayTarget"))
                        .anyMatch(network -> EffectiveSettings.of(network, host.checker())
                                .in("Network")
                                .isTrue("DHCPServer"));
    }

    /** Returns true for a file that is not empty and was read to its end, with all its drop-ins. */
    static boolean isRead(ConfigObject object) {
        return isBegun(object) && object.files().noneMatch(file -> file.stopped());
    }

    private static boolean isBegun(ConfigObject object) {
        return object.main().filter(main -> !main.source().text().isBlank()).isPresent();
    }

    /** Returns whether no line of [Match] can match anything. */
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
            sink.add(
                    Code.FILE_IGNORED,
                    settings.in("Match").place(),
                    "[Match] matches nothing; networkd ignores the file (Name=* matches all)",
                    "write Name=NAME in [Match]");
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
        return address.address() instanceof Address6 six
                && six.high() >>> 54 == 0x3fa
                && address.peer().isEmpty();
    }

    /** Reports settings that would move the interface, which networkd ignores because of KeepMaster=. */
    private void keepMaster() {
        if (network.isTrue("KeepMaster")) {
            for (String key : List.of("BatmanAdvanced", "Bond", "Bridge", "VRF")) {
                network.last(key)
                        .ifPresent(line -> sink.add(
                                Code.INVALID_DIRECTIVE_VALUE,
                                line.span(),
                                key + "= conflicts with KeepMaster=; networkd ignores it"));
            }
        }
    }

    /** Reports names that are used for two kinds of devices. */
    private void stacked() {
        Map<String, String> kinds = new HashMap<>();
        for (Assignment line : object.files()
                .flatMap(file -> file.assignments().stream())
                .filter(a -> a.section().equals("Network") && STACKED.contains(a.key()))
                .toList()) {
            if (line.value().isEmpty()) {
                kinds.clear();
            }
            for (String name : names(line)) {
                Optional<String> kind =
                        Optional.ofNullable(kinds.putIfAbsent(name, line.key())).filter(k -> !k.equals(line.key()));
                if (kind.isPresent()) {
                    sink.add(
                            Code.INVALID_LIST_ITEM,
                            line.span(),
                            "duplicate device " + name + ", already named by " + kind.get()
                                    + "=; networkd ignores it here");
                }
            }
        }
    }

    private List<String> names(Assignment line) {
        return Splitter.of(line.value()).rest().toOptional().orElse(List.of()).stream()
                .filter(name -> LinkNames.isValid(name))
                .toList();
    }
}
