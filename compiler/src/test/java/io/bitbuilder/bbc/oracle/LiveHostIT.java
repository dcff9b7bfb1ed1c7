package io.bitbuilder.bbc.oracle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiled examples on a host with systemd as PID 1, once merged into the running host by bbc-apply, once there from the boot
 * on: their containers run in the tenant's slice, on the tenant's bridge, with the address, the variables and the volumes that
 * the compiler gave them.
 */
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class LiveHostIT {
    private static final String INCOMING = "/var/lib/bitbuilder/incoming/etc";
    private static final Pattern IMAGE = Pattern.compile("/var/lib/machines/([A-Za-z0-9._-]+)");
    private static final Pattern UPLINK = Pattern.compile("\"uplink\": *\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("\"address\": *\"([^\"]+/[0-9]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "storage"})
    void mergedIntoTheRunningHost(String example, OracleRoot root) {
        HostTree tree = compiled(example);
        try (LiveHost host = host(root, tree)) {
            host.start();
            host.put(tree.etc(), INCOMING);
            host.exec("/bin/sh", INCOMING + "/bbc/host/apply.sh");
            tenantsRun("hot merge", host, tree);
            secondApplyLeavesThemAlone(host, tree);
            nothingIsLeftOfRemovedTenants(host, tree);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "storage"})
    void thereFromTheBootOn(String example, OracleRoot root) {
        HostTree tree = compiled(example);
        try (LiveHost host = host(root, tree)) {
            host.put(tree.etc(), "/var/lib/confexts/bbc.v/bbc_1/etc");
            host.start();
            tenantsRun("cold boot", host, tree);
        }
    }

    private static HostTree compiled(String example) {
        List<HostTree> trees = HostTree.golden().stream().filter(tree -> tree.name().startsWith(example + "/")).toList();
        if (trees.isEmpty()) {
            OracleRootExtension.refuse("golden/" + example + " holds no compiled host");
        }
        return trees.getFirst();
    }

    private static LiveHost host(OracleRoot root, HostTree tree) {
        String text = String.join("\n", tree.files(path -> !path.startsWith("bbc/host/")).stream().map(tree::text).toList());
        TreeSet<String> images = new TreeSet<>(IMAGE.matcher(text).results().map(found -> found.group(1)).toList());
        String uplink = hostJson(tree, UPLINK);
        LiveHost host = LiveHost.of(root, List.copyOf(images), uplink);
        host.write("/etc/systemd/network/20-uplink.network", """
                [Match]
                Name=%s

                [Network]
                Address=%s
                LinkLocalAddressing=no
                """.formatted(uplink, hostJson(tree, ADDRESS)));
        return host;
    }

    private static String hostJson(HostTree tree, Pattern wanted) {
        String json = new HostTree(tree.name(), tree.etc().getParent()).text("host.json");
        return wanted.matcher(json).results().findFirst().orElseThrow(() -> new AssertionError("no " + wanted + " in host.json")).group(1);
    }

    private static void tenantsRun(String how, LiveHost host, HostTree tree) {
        List<ExpectedContainer> expected = ExpectedContainer.of(tree);
        assertFalse(expected.isEmpty(), "the example has a container");
        outside(host, tree);
        for (ExpectedContainer container : expected) {
            String state = waitFor(host, container);
            assertAll(container.machine() + " after a " + how + ":\n" + state,
                    () -> assertTrue(state.contains("ActiveState=active")),
                    () -> assertTrue(state.contains("/" + container.slice() + "/" + container.unit())),
                    () -> assertTrue(host.exec("ip", "-br", "link", "show", "master", container.bridge()).contains(container.port())),
                    () -> assertTrue(addresses(host, container).contains("inet " + container.address() + "/")),
                    () -> assertTrue(manifest(tree, container).contains("\"" + container.address())),
                    () -> host.exec("nsenter", "-t", leader(host, container), "-n", "ping", "-c1", "-W3", container.gateway()),
                    () -> assertEquals(container.environment(), environment(host, container)),
                    () -> container.mounts().forEach(mount -> host.exec(
                            "nsenter", "-t", leader(host, container), "-m", "-r", "-w", "/bin/sh", "-ec", "mountpoint " + mount + " && touch " + mount + "/touched")));
            IO.println("live host, " + how + ": " + container.machine() + " runs in " + container.slice() + ", on "
                    + container.bridge() + ", with " + container.address());
        }
        for (PublishedPort port : PublishedPort.of(tree)) {
            answers(host, expected, port);
            IO.println("live host, " + how + ": " + port.host() + ":" + port.port() + " answers from outside");
        }
        assertEquals("", host.exec("systemctl", "--failed", "--plain", "--no-legend"));
    }

    private static String manifest(HostTree tree, ExpectedContainer container) {
        String tenant = container.machine().substring(0, container.machine().indexOf('.'));
        Path top = tree.etc().getParent().getParent().getParent();
        return new HostTree(tree.name(), top).text("tenants/" + tenant + "/manifest.json");
    }

    /** Waits until the guest has its address, and says what the host thinks of its unit. */
    private static String waitFor(LiveHost host, ExpectedContainer container) {
        return host.attempt("""
                for wait in $(seq 1 150); do
                  leader=$(machinectl show %s -p Leader --value 2>/dev/null)
                  [ -n "$leader" ] && nsenter -t "$leader" -n ip -4 -o address | grep -q ' %s/' && break
                  sleep 0.2
                done
                systemctl show %s -p ActiveState -p SubState -p ControlGroup -p Slice
                [ -z "$leader" ] || nsenter -t "$leader" -n ip -4 -o address
                journalctl --no-pager -o cat -n 10 -u %s
                """.formatted(container.machine(), container.address(), container.unit(), container.unit())).output();
    }

    private static String leader(LiveHost host, ExpectedContainer container) {
        return host.exec("machinectl", "show", container.machine(), "-p", "Leader", "--value");
    }

    /** The variables of the guest's first process that the compiler wrote. */
    private static Map<String, String> environment(LiveHost host, ExpectedContainer container) {
        String all = host.exec("/bin/sh", "-c", "tr '\\0' '\\n' </proc/" + leader(host, container) + "/environ");
        Map<String, String> found = new TreeMap<>();
        all.lines().filter(line -> line.contains("=")).forEach(line -> found.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        found.keySet().retainAll(container.environment().keySet());
        return found;
    }

    private static String addresses(LiveHost host, ExpectedContainer container) {
        return host.exec("nsenter", "-t", leader(host, container), "-n", "ip", "-4", "-o", "address");
    }

    /** A neighbour of the host, behind the other end of its uplink. */
    private static void outside(LiveHost host, HostTree tree) {
        PublishedPort.of(tree).stream().findFirst().ifPresent(port -> {
            Command.Outcome outcome = host.attempt("""
                    set -e
                    ip netns add outside
                    ip link set outside netns outside
                    ip -n outside address add %s/24 dev outside
                    ip -n outside link set outside up
                    for wait in $(seq 1 50); do ip -4 -br address | grep -q ' %s/' && exit 0; sleep 0.1; done
                    exit 1
                    """.formatted(port.neighbour(), port.host()));
            assertEquals(0, outcome.exit(), outcome::output);
        });
    }

    private static void answers(LiveHost host, List<ExpectedContainer> containers, PublishedPort port) {
        ExpectedContainer container = containers.stream().filter(c -> c.address().equals(port.guest())).findFirst().orElseThrow();
        Command.Outcome outcome = host.attempt("""
                nsenter -t %s -n perl -MIO::Socket -e '
                  my $s = IO::Socket::INET->new(LocalPort => %d, Listen => 1, ReuseAddr => 1) or die;
                  alarm 20; my $c = $s->accept; print $c "from the guest\\n"' &
                for wait in $(seq 1 20); do
                  sleep 0.2
                  ip netns exec outside perl -MIO::Socket -e '
                    my $c = IO::Socket::INET->new(PeerAddr => "%s", PeerPort => %d, Timeout => 2) or exit 1;
                    print <$c>' && break
                done
                wait
                """.formatted(leader(host, container), port.guestPort(), port.host(), port.port()));
        assertTrue(outcome.output().contains("from the guest"), port + ": " + outcome.output());
    }

    private static void secondApplyLeavesThemAlone(LiveHost host, HostTree tree) {
        List<String> before = ExpectedContainer.of(tree).stream().map(container -> leader(host, container)).toList();
        host.exec("systemctl", "start", "bbc-apply.service");
        assertEquals(before, ExpectedContainer.of(tree).stream().map(container -> leader(host, container)).toList());
        assertTrue(host.exec("ls", "/var/lib/confexts/bbc.v").contains("bbc_2"));
    }

    private static void nothingIsLeftOfRemovedTenants(LiveHost host, HostTree tree) {
        host.exec("rm", "-rf", INCOMING);
        host.put(Repository.path("stdlib/host/etc"), INCOMING);
        host.write(INCOMING + "/extension-release.d/extension-release.bbc", tree.text("extension-release.d/extension-release.bbc"));
        host.exec("systemctl", "start", "bbc-apply.service");
        assertEquals("", host.exec("machinectl", "--no-legend", "list"));
        assertEquals("", host.exec("systemctl", "--plain", "--no-legend", "list-units", "tenant-*", "systemd-nspawn@*", "tenant-vm@*",
                "bbc-firewall@*", "bbc-volume@*", "git-sync@*"));
        assertFalse(host.exec("nft", "list", "tables").contains("bbc_"));
        assertFalse(host.exec("ip", "-br", "link").lines().anyMatch(line -> line.startsWith("b-") || line.startsWith("c-")));
        assertFalse(host.exec("findmnt", "-rno", "TARGET").contains("/runtime/"));
    }
}
