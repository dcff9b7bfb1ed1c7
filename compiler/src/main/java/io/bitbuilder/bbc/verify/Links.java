package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host's files say about its links.
 *
 * @param netdevs  devices that are made, by name; of two of one name the first file's
 * @param networks complete .network files, in the order in which systemd-networkd looks through them
 * @param asked    lines of [Network] that ask for a device on their link, by the name of the device
 */
record Links(SortedMap<String, Netdev> netdevs, List<NetworkFile> networks, Map<String, List<Assignment>> asked) {
    private static final List<String> ASKING = List.of("VLAN", "MACVLAN", "MACVTAP", "IPVLAN", "IPVTAP", "VXLAN", "MACsec", "IPoIB", "Xfrm", "Tunnel");

    /** Copies. */
    Links {
        netdevs = new TreeMap<>(netdevs);
        networks = List.copyOf(networks);
        asked = Map.copyOf(asked);
    }

    static Links of(Host host) {
        SortedMap<String, Netdev> netdevs = new TreeMap<>();
        host.complete("netdev").sorted(Comparator.comparing(Loaded::name)).flatMap(file -> Netdev.of(file, host.lines()).stream()).forEach(n -> netdevs.putIfAbsent(n.name(), n));
        List<NetworkFile> networks = host.complete("network").sorted(Comparator.comparing(Loaded::name)).map(file -> NetworkFile.of(file, host.lines())).toList();
        Map<String, List<Assignment>> asked = new TreeMap<>();
        host.of("network").forEach(file -> ASKING.forEach(key -> EffectiveSettings.asWritten(file).in("Network").all(key).forEach(line ->
                Values.words(line.value()).forEach(name -> asked.computeIfAbsent(name, n -> new ArrayList<>()).add(line)))));
        return new Links(netdevs, networks, asked);
    }

    /** The device of that name. */
    Optional<Netdev> netdev(String name) {
        return Optional.ofNullable(netdevs.get(name));
    }

    /** The device that a .network file for one link is for. */
    Optional<Netdev> netdev(NetworkFile file) {
        return file.link().flatMap(this::netdev);
    }
}
