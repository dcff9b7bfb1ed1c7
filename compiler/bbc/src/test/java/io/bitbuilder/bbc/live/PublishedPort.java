package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A TCP port of the host that leads to a guest, as the firewall of a tenant has it.
 *
 * @param host address of the host
 * @param port port of the host
 * @param guest address of the guest
 * @param guestPort port of the guest
 */
record PublishedPort(String host, int port, String guest, int guestPort) {
    private static final Pattern RULE =
            Pattern.compile("published \\{ ([0-9.]+) \\. tcp \\. ([0-9]+) : ([0-9.]+) \\. ([0-9]+) }");

    /** All of them; a firewall that rewrites addresses in a form that is not known here is a failure of the test. */
    static List<PublishedPort> of(HostTree tree) {
        List<PublishedPort> ports = rules(tree);
        if (ports.isEmpty()
                && tree.files("bbc/nft", ".nft").stream()
                        .anyMatch(file -> tree.text(file).contains(" published "))) {
            throw new AssertionError("no rule of the firewall reads: " + RULE);
        }
        return ports;
    }

    private static List<PublishedPort> rules(HostTree tree) {
        return tree.files("bbc/nft", ".nft").stream()
                .flatMap(file -> RULE.matcher(tree.text(file)).results())
                .map(rule -> new PublishedPort(
                        rule.group(1), Integer.parseInt(rule.group(2)), rule.group(3), Integer.parseInt(rule.group(4))))
                .distinct()
                .toList();
    }

    /** An address of the host's neighbourhood (same /24) that is not the host's. */
    String neighbour() {
        return host.substring(0, host.lastIndexOf('.')) + (host.endsWith(".1") ? ".2" : ".1");
    }
}
