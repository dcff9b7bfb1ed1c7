package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleExecLine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Container as a compiled tree describes it: read from the files of different programs, which must agree on the host.
 *
 * @param machine name as machined knows it, {@code <tenant>.<workload>}
 * @param slice slice of its tenant
 * @param port host side of its first interface
 * @param bridge bridge that the port belongs to
 * @param gateway address of the bridge
 * @param address address of the guest, without prefix
 * @param mounts folders of the guest that are volumes
 * @param environment variables of services in the guest
 */
record ExpectedContainer(
        String machine,
        String slice,
        String port,
        String bridge,
        String gateway,
        String address,
        List<String> mounts,
        Map<String, String> environment) {
    private static final String NETWORK = "systemd/network";

    private static final String VARIABLE = "systemd.setenv=";

    static List<ExpectedContainer> of(HostTree tree) {
        return tree.files("systemd/nspawn", ".nspawn").stream()
                .filter(file -> !tree.values(file, "VirtualEthernetExtra").isEmpty())
                .map(file -> of(tree, file))
                .toList();
    }

    String unit() {
        return "systemd-nspawn@" + machine + ".service";
    }

    private static ExpectedContainer of(HostTree tree, String settings) {
        String machine = settings.substring("systemd/nspawn/".length(), settings.length() - ".nspawn".length());
        String dropIn = "systemd/system/systemd-nspawn@" + machine + ".service.d/50-bbc.conf";
        String[] ends = tree.values(settings, "VirtualEthernetExtra").getFirst().split(":");
        String bridge = tree.files(NETWORK, ".network").stream()
                .filter(file -> tree.values(file, "Name").contains(ends[0]))
                .map(file -> tree.values(file, "Bridge").getFirst())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bridge for " + ends[0]));
        String network = NETWORK + "/50-" + bridge + ".network";
        String gateway = withoutPrefix(tree.values(network, "Address").stream()
                .filter(address -> address.contains("/") && !address.contains(":"))
                .findFirst()
                .orElseThrow());
        String guest = tree.text("bbc/guest/" + machine + "/network.network.50-" + ends[1]);
        return new ExpectedContainer(
                machine,
                tree.values(dropIn, "Slice").getFirst(),
                ends[0],
                bridge,
                gateway,
                address(guest, tree.text(network)),
                mounts(tree, settings),
                environment(tree, dropIn));
    }

    private static List<String> mounts(HostTree tree, String settings) {
        return tree.values(settings, "Bind").stream()
                .map(bind -> bind.split(":")[1])
                .toList();
    }

    private static Map<String, String> environment(HostTree tree, String dropIn) {
        Map<String, String> variables = new TreeMap<>();
        OracleExecLine.words(tree.values(dropIn, "ExecStart").getLast()).stream()
                .filter(word -> word.startsWith(VARIABLE))
                .map(word -> word.substring(VARIABLE.length()).split("=", 2))
                .forEach(assignment -> variables.put(assignment[0], assignment[1]));
        return variables;
    }

    /** The static address of the guest, else the lease that the gateway keeps for its hardware address. */
    private static String address(String guest, String network) {
        Matcher own =
                Pattern.compile("^Address=([0-9.]+)/[0-9]+$", Pattern.MULTILINE).matcher(guest);
        if (own.find()) {
            return own.group(1);
        }
        Matcher mac =
                Pattern.compile("^MACAddress=([0-9a-f:]+)$", Pattern.MULTILINE).matcher(guest);
        if (!mac.find()) {
            throw new AssertionError("a guest without a hardware address:\n" + guest);
        }
        Matcher lease = Pattern.compile("^MACAddress=" + mac.group(1) + "\nAddress=([0-9.]+)$", Pattern.MULTILINE)
                .matcher(network);
        if (!lease.find()) {
            throw new AssertionError("no lease for " + mac.group(1) + " in:\n" + network);
        }
        return lease.group(1);
    }

    private static String withoutPrefix(String address) {
        return address.substring(0, address.indexOf('/'));
    }
}
