package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.object.FindingSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Shadowed .network files: of those that match a link, networkd only uses the first by name (systemd.network(5)). */
final class OrderRules {
    /** Files that systemd ships, by the prefix of the names of their links. */
    private static final Map<String, String> SHIPPED = new TreeMap<>(Map.of(
            "vb-",
            "80-container-vb.network",
            "ve-",
            "80-container-ve.network",
            "vz-",
            "80-container-vz.network",
            "vt-",
            "80-vm-vt.network"));

    private static final Set<String> ETHERNET = Set.of("Type=ether");

    /** Names that systemd and the kernel give network cards, and patterns of them (systemd.net-naming-scheme(7)). */
    private static final Pattern NIC = Pattern.compile("(?:en|eth)[0-9a-z*]*");

    /** Limit of compared files per pattern, against quadratic time. */
    private static final int MOST = 64;

    private final Map<String, List<NetworkFile>> names = new HashMap<>();
    private final Map<String, List<NetworkFile>> prefixes = new HashMap<>();
    /** The first file that matches all links of Ethernet (systemd.network(5), Type=). */
    private Optional<NetworkFile> ethernet = Optional.empty();

    private final FindingSink sink;

    private OrderRules(FindingSink sink) {
        this.sink = sink;
    }

    static void judge(HostLinks links, FindingSink sink) {
        OrderRules rules = new OrderRules(sink);
        for (NetworkFile network : links.networks()) {
            if (network.names().isEmpty() && network.conditions().equals(ETHERNET)) {
                rules.ethernet = rules.ethernet.or(() -> Optional.of(network));
            }
            if (!network.isInverted()) {
                rules.judge(network);
                network.names().forEach(name -> rules.add(network, name));
            }
        }
    }

    private void add(NetworkFile network, String name) {
        boolean begins = name.endsWith("*") && !NetworkFile.isPattern(name.substring(0, name.length() - 1));
        (begins ? prefixes : names)
                .computeIfAbsent(begins ? name.substring(0, name.length() - 1) : name, n -> new ArrayList<>())
                .add(network);
    }

    private void judge(NetworkFile network) {
        for (String name : network.names()) {
            Optional<NetworkFile> first = before(network, name)
                    .or(() -> ethernet.filter(e -> NIC.matcher(name).matches()));
            if (first.isPresent()) {
                sink.add(Finding.of(
                                Code.NETWORK_FILE_SHADOWED,
                                network.span(),
                                "shadowed by " + first.get().fileName() + ", which matches " + name
                                        + " as well and sorts first; networkd never applies this file to that link")
                        .also(first.get().span(), "the file that networkd applies")
                        .fix("merge both files, or match different links")
                        .fix("rename this file so that it sorts before "
                                + first.get().fileName()));
                return;
            }
        }
        network.names().stream()
                .filter(name -> name.length() > 2)
                .map(name -> SHIPPED.get(name.substring(0, 3)))
                .filter(shipped -> shipped != null
                        && network.fileName().compareTo(shipped) > 0
                        && !network.fileName().equals(shipped))
                .findFirst()
                .ifPresent(shipped -> sink.add(Finding.of(
                                Code.NETWORK_FILE_SHADOWED,
                                network.span(),
                                "shadowed by systemd's own " + shipped
                                        + ", which sorts first; networkd never applies this file")
                        .fix("rename the file so that it sorts before " + shipped)));
    }

    /** Returns an earlier file that matches all links of that name or pattern that this one matches. */
    private Optional<NetworkFile> before(NetworkFile network, String name) {
        List<NetworkFile> earlier = new ArrayList<>(some(names, name));
        String start = start(name);
        for (int length = 0; length <= start.length(); length++) {
            earlier.addAll(some(prefixes, start.substring(0, length)));
        }
        return earlier.stream()
                .filter(other -> network.conditions().containsAll(other.conditions()))
                .findFirst();
    }

    private static List<NetworkFile> some(Map<String, List<NetworkFile>> files, String key) {
        List<NetworkFile> all = files.getOrDefault(key, List.of());
        return all.subList(0, Math.min(MOST, all.size()));
    }

    /** Returns the literal prefix of a pattern, cut to the length of a link name. */
    private static String start(String pattern) {
        int end = 0;
        while (end < pattern.length() && end < 16 && "*?[".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(0, end);
    }
}
