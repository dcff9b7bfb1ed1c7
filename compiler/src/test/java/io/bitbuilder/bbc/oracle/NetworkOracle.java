package io.bitbuilder.bbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** networkd in a network of its own: takes every file without a word, and every bridge gets its address. */
final class NetworkOracle implements Oracle {
    private static final String FOLDER = "systemd/network";

    /** Runs networkd until the bridges named in the arguments have an address, at most 4 s; its log comes first. */
    static final String RUN = """
            mkdir -p /run/systemd/netif
            chown systemd-network: /run/systemd/netif
            SYSTEMD_LOG_LEVEL=debug SYSTEMD_LOG_TARGET=console /usr/lib/systemd/systemd-networkd >/tmp/log 2>&1 &
            for wait in $(seq 1 40); do
              sleep 0.1
              missing=no
              grep -q 'Enumeration completed' /tmp/log || missing=yes
              for bridge in "$@"; do
                ip -4 -br address show dev "$bridge" 2>/dev/null | grep -q / || missing=yes
              done
              [ $missing = yes ] || break
            done
            cat /tmp/log
            echo '=== addresses'
            ip -br address
            """;

    @Override
    public String program() {
        return "systemd-networkd";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> path.startsWith(FOLDER + "/"));
        List<Bridge> bridges = bridges(tree);
        Command.Outcome outcome = root.inside(tree, RUN, bridges.stream().map(Bridge::name).toArray(String[]::new));
        List<String> complaints = new ArrayList<>(complaints(outcome, files));
        for (Bridge bridge : bridges) {
            boolean there = outcome.lines().stream()
                    .anyMatch(line -> line.startsWith(bridge.name() + " ") && line.contains(" " + bridge.address()));
            if (!there) {
                complaints.add("bridge " + bridge.name() + " did not get " + bridge.address());
            }
        }
        return new Judgement(files.size(), complaints);
    }

    /** What the log says about the files: a line with a position, a file left out, a file not taken. */
    static List<String> complaints(Command.Outcome outcome, List<String> files) {
        List<String> complaints = new ArrayList<>();
        for (String file : files) {
            String path = "/etc/" + file;
            boolean main = !file.substring(FOLDER.length() + 1).contains("/");
            boolean taken = !main;
            for (String line : outcome.lines()) {
                taken |= line.equals(path + ": Successfully loaded.");
                if (line.contains(path) && (line.matches(".*" + "\\Q" + path + "\\E:[0-9]+:.*") || line.contains("gnoring"))) {
                    complaints.add(line);
                }
            }
            if (!taken) {
                complaints.add(path + " was not loaded");
            }
        }
        return complaints;
    }

    private static List<Bridge> bridges(HostTree tree) {
        List<Bridge> bridges = new ArrayList<>();
        for (String netdev : tree.files(FOLDER, ".netdev")) {
            String network = netdev.replace(".netdev", ".network");
            if (tree.values(netdev, "Kind").contains("bridge") && tree.files(network::equals).size() == 1) {
                for (String address : tree.values(network, "Address")) {
                    // Leases of single workloads use the same key; the interface's own address has a prefix.
                    if (address.contains("/") && !address.contains(":")) {
                        bridges.add(new Bridge(tree.values(netdev, "Name").getFirst(), address));
                    }
                }
            }
        }
        return bridges;
    }

    private record Bridge(String name, String address) {
    }
}
