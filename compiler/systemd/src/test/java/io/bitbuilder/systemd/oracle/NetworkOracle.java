package io.bitbuilder.systemd.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * networkd in a separate network.
 *
 * @param asksForAddresses true when every bridge must get its address too, which needs more time than reading the files
 */
record NetworkOracle(boolean asksForAddresses) implements Oracle {
    private static final String FOLDER = "systemd/network";
    private static final Pattern READ = Pattern.compile("\\.(network|netdev)(\\.d/[^/]+\\.conf)?$");
    /** Said at its debug level once all files are read. */
    private static final String LOADED = "<31>Loaded.";

    private static final Pattern NAME = Pattern.compile("(?m)^\\s*Name\\s*=\\s*(\\S+)\\s*$");
    private static final Pattern OF_DEVICE = Pattern.compile("(<[0-9]+>)([^\\s:]+): (.*)");
    /** The daemon misses a bus and a udev here. */
    private static final Pattern NOISE = Pattern.compile("varlink socket|dlopen|PID 1");

    /** Runs networkd until the bridges named in the arguments have an address, at most 4 s; its log comes first. */
    static final String RUN = ToolLog.ENVIRONMENT + """
            mkdir -p /run/systemd/netif
            chown systemd-network: /run/systemd/netif
            SYSTEMD_LOG_LEVEL=debug /usr/lib/systemd/systemd-networkd >/tmp/log 2>&1 &
            for wait in $(seq 1 40); do
              sleep 0.1
              missing=no
              grep -q '>Loaded\\.$' /tmp/log || missing=yes
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
        List<String> files = tree.files(
                path -> path.startsWith(FOLDER + "/") && READ.matcher(path).find());
        List<Bridge> bridges = asksForAddresses ? bridges(tree) : List.of();
        Command.Outcome outcome =
                root.inside(tree, RUN, bridges.stream().map(Bridge::name).toArray(String[]::new));
        Judgement judgement = judgement(outcome, files, devices(tree, files));
        List<String> strays = new ArrayList<>(judgement.strays());
        for (Bridge bridge : bridges) {
            boolean there = outcome.lines().stream()
                    .anyMatch(line -> line.startsWith(bridge.name() + " ") && line.contains(" " + bridge.address()));
            if (!there) {
                strays.add("bridge " + bridge.name() + " did not get " + bridge.address());
            }
        }
        return new Judgement(judgement.files(), strays);
    }

    /** The files of devices by the names that networkd speaks of them. */
    private static Map<String, String> devices(HostTree tree, List<String> files) {
        Map<String, String> devices = new HashMap<>();
        for (String file : files.stream().filter(f -> f.endsWith(".netdev")).toList()) {
            try {
                NAME.matcher(Files.readString(tree.etc().resolve(file), StandardCharsets.ISO_8859_1))
                        .results()
                        .forEach(name -> devices.put(name.group(1), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return devices;
    }

    /** A line that begins with the name of a device and names no file, with the path of its file. */
    private static String placed(String line, Map<String, String> devices) {
        Matcher said = OF_DEVICE.matcher(line);
        return said.matches() && devices.containsKey(said.group(2)) && !line.contains(FOLDER)
                ? said.group(1) + "/etc/" + devices.get(said.group(2)) + ": " + said.group(3)
                : line;
    }

    /** Log lines while the files are read: complaints about lines of each file, and ignored files. */
    static Judgement judgement(Command.Outcome outcome, List<String> files, Map<String, String> devices) {
        ToolLog log = new ToolLog(files, NOISE);
        List<String> lines = outcome.lines();
        int loaded = lines.indexOf(LOADED);
        log.read(lines.subList(0, loaded < 0 ? lines.size() : loaded).stream()
                .map(line -> placed(line, devices))
                .toList());
        Judgement judgement = log.judgement();
        List<String> strays =
                new ArrayList<>(loaded < 0 ? List.of("the configuration was not read to its end") : List.of());
        judgement.files().forEach((file, complaints) -> {
            boolean main = !file.substring(FOLDER.length() + 1).contains("/");
            if (main && complaints.isEmpty() && !lines.contains("<31>/etc/" + file + ": Successfully loaded.")) {
                strays.add(file + " was not loaded");
            }
        });
        return new Judgement(judgement.files(), strays);
    }

    private static List<Bridge> bridges(HostTree tree) {
        List<Bridge> bridges = new ArrayList<>();
        for (String netdev : tree.files(FOLDER, ".netdev")) {
            String network = netdev.replace(".netdev", ".network");
            if (tree.values(netdev, "Kind").contains("bridge")
                    && tree.files(network::equals).size() == 1) {
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

    private record Bridge(String name, String address) {}
}
