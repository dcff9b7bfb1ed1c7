package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Of the .network files for a link the first by name is used, and no other (systemd.network(5)). */
final class OrderRules {
    /** Files that systemd ships, by what the names of their links begin with. */
    private static final Map<String, String> SHIPPED = new TreeMap<>(Map.of(
            "vb-", "80-container-vb.network", "ve-", "80-container-ve.network", "vz-", "80-container-vz.network", "vt-", "80-vm-vt.network"));

    /** Files of one pattern that are looked at: so many conditions on links of one name are no configuration. */
    private static final int MOST = 64;

    private final Map<String, List<NetworkFile>> names = new HashMap<>();
    private final Map<String, List<NetworkFile>> prefixes = new HashMap<>();
    private final Sink sink;

    private OrderRules(Sink sink) {
        this.sink = sink;
    }

    static void judge(Links links, Sink sink) {
        OrderRules rules = new OrderRules(sink);
        for (NetworkFile network : links.networks()) {
            if (!network.isInverted()) {
                rules.judge(network);
                network.names().forEach(name -> rules.add(network, name));
            }
        }
    }

    private void add(NetworkFile network, String name) {
        boolean begins = name.endsWith("*") && !NetworkFile.isPattern(name.substring(0, name.length() - 1));
        (begins ? prefixes : names).computeIfAbsent(begins ? name.substring(0, name.length() - 1) : name, n -> new ArrayList<>()).add(network);
    }

    private void judge(NetworkFile network) {
        for (String name : network.names()) {
            Optional<NetworkFile> first = before(network, name);
            if (first.isPresent()) {
                sink.add(Finding.of(Code.SYS106, network.span(), first.get().fileName() + " comes before this file and is for " + name + " too, so nothing here reaches that link")
                        .also(first.get().span(), "the file that is used")
                        .fix("write both in one file, or name one link in each")
                        .fix("give this file a name that sorts before " + first.get().fileName()));
                return;
            }
        }
        network.names().stream().filter(name -> name.length() > 2).map(name -> SHIPPED.get(name.substring(0, 3)))
                .filter(shipped -> shipped != null && network.fileName().compareTo(shipped) > 0 && !network.fileName().equals(shipped)).findFirst()
                .ifPresent(shipped -> sink.add(Finding.of(Code.SYS106, network.span(), "systemd's own " + shipped + " comes before this file, so nothing here reaches its links")
                        .fix("give the file a name that sorts before " + shipped)));
    }

    /** An earlier file that is for all links of that name or pattern for which this one is. */
    private Optional<NetworkFile> before(NetworkFile network, String name) {
        List<NetworkFile> earlier = new ArrayList<>(some(names, name));
        String start = start(name);
        for (int length = 0; length <= start.length(); length++) {
            earlier.addAll(some(prefixes, start.substring(0, length)));
        }
        return earlier.stream().filter(other -> network.conditions().containsAll(other.conditions())).findFirst();
    }

    private static List<NetworkFile> some(Map<String, List<NetworkFile>> files, String key) {
        List<NetworkFile> all = files.getOrDefault(key, List.of());
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** What all names of a pattern begin with; at most as much as a name of a link can have. */
    private static String start(String pattern) {
        int end = 0;
        while (end < pattern.length() && end < 16 && "*?[".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(0, end);
    }
}
