package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Links of a host, as its files configure them.
 *
 * @param netdevs devices by name; of two with one name, the one of the first file
 * @param networks complete .network files, in the order in which systemd-networkd looks through them
 * @param requests lines of [Network] that request a device on their link, by the name of the device
 */
record HostLinks(
        SortedMap<String, DeclaredNetdev> netdevs, List<NetworkFile> networks, Map<String, List<Assignment>> requests) {
    private static final List<String> ASKING =
            List.of("VLAN", "MACVLAN", "MACVTAP", "IPVLAN", "IPVTAP", "VXLAN", "MACsec", "IPoIB", "Xfrm", "Tunnel");

    /** Copies the collections. */
    HostLinks {
        netdevs = new TreeMap<>(netdevs);
        networks = List.copyOf(networks);
        requests = Map.copyOf(requests);
    }

    static HostLinks of(HostFiles host) {
        SortedMap<String, DeclaredNetdev> netdevs = new TreeMap<>();
        host.complete(FileKind.NETDEV)
                .sorted(Comparator.comparing(ConfigObject::name))
                .flatMap(file -> DeclaredNetdev.of(file, host.checker()).stream())
                .forEach(n -> netdevs.putIfAbsent(n.name(), n));
        List<NetworkFile> networks = host.complete(FileKind.NETWORK)
                .sorted(Comparator.comparing(ConfigObject::name))
                .map(file -> NetworkFile.of(file, host.checker()))
                .toList();
        Map<String, List<Assignment>> requests = new TreeMap<>();
        host.of(FileKind.NETWORK)
                .forEach(file -> ASKING.forEach(key -> EffectiveSettings.asWritten(file)
                        .in("Network")
                        .all(key)
                        .forEach(line -> ValidValues.words(line.value())
                                .forEach(name -> requests.computeIfAbsent(name, n -> new ArrayList<>())
                                        .add(line)))));
        return new HostLinks(netdevs, networks, requests);
    }

    /** Returns the device with that name. */
    Optional<DeclaredNetdev> netdev(String name) {
        return Optional.ofNullable(netdevs.get(name));
    }

    /** Returns the device that a .network file for a single link configures. */
    Optional<DeclaredNetdev> netdev(NetworkFile file) {
        return file.link().flatMap(this::netdev);
    }
}
