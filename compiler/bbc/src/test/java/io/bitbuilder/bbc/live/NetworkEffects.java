package io.bitbuilder.bbc.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Networks of the live fleet, tried from all sides: from the guests, the host, and a router and a cloud behind the
 * uplink, which {@link ExternalNeighbour} has put there. {@code red.web} is on a network of mode nat and publishes port
 * 8080 and denies one address, {@code blue.app} is on a routed one, publishes port 8081, and reaches one address and
 * the cloud only; both have IPv6.
 */
record NetworkEffects(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "network effects";
    private static final int PORT = 8765;

    /** The addresses of the router, of the world behind it, and of the cloud's metadata service. */
    private static final String ROUTER = """
            ip -n outside link set lo up
            for address in 198.51.100.1/32 198.51.100.2/32 198.51.100.3/32 169.254.169.254/32 2001:db8:99::1/128; do
              ip -n outside address replace $address dev lo
            done
            ip -n outside address replace 2001:db8:77::1/64 dev outside nodad
            ip -n outside route replace 10.0.0.0/8 via 192.0.2.10
            ip route replace default via 192.0.2.1
            """;

    /** Router advertisements (RFC 4861, section 4.2) with one prefix, until the uplink has an address of it. */
    private static final String ADVERTISE = """
            ip netns exec outside perl -MSocket=:all -e '
              socket(my $s, AF_INET6, SOCK_RAW, 58) or die;
              my ($i) = `ip -o link show outside` =~ /^(\\d+):/;
              setsockopt($s, 41, $_, pack("i", $_ == 17 ? $i : 255)) for 17, 18;
              my $ra = pack("CCnCCnNN", 134, 0, 0, 64, 0, 1800, 0, 0)
                . pack("CCCCNNN", 3, 4, 64, 0xc0, 86400, 14400, 0) . inet_pton(AF_INET6, "2001:db8:77::");
              for (1 .. 20) {
                send($s, $ra, 0, pack_sockaddr_in6(0, inet_pton(AF_INET6, "ff02::1"), $i, 0));
                select undef, undef, undef, 0.5;
              }' &
            for wait in $(seq 1 40); do
              ip -6 address show dev eth0 scope global -tentative | grep -q 2001:db8:77: && break
              sleep 0.2
            done
            kill $!
            """;

    void check() {
        String web = state.leader("red.web");
        String app = state.leader("blue.app");
        state.host().exec("/bin/sh", "-ec", ROUTER);
        state.host().attempt(ADVERTISE);
        ledger.equal(
                SUBJECT,
                "IPv4 forwarding of all links, of the uplink; IPv6 forwarding",
                List.of("0", "1", "1"),
                state.host()
                        .exec(
                                "cat",
                                "/proc/sys/net/ipv4/ip_forward",
                                "/proc/sys/net/ipv4/conf/eth0/forwarding",
                                "/proc/sys/net/ipv6/conf/all/forwarding")
                        .lines()
                        .toList());
        ledger.equal(
                SUBJECT,
                "forwarding of an uplink that appears later, as udev sets it",
                "1",
                state.host().exec("sh", "-ec", """
                        forwarding=/proc/sys/net/ipv4/conf/eth0/forwarding
                        echo 0 >$forwarding
                        /usr/lib/systemd/systemd-sysctl --prefix=/net/ipv4/conf/eth0
                        cat $forwarding
                        echo 1 >$forwarding"""));
        ledger.holds(
                SUBJECT,
                "the host keeps the default route of its router",
                state.host().exec("ip", "-6", "route", "show", "default").contains("proto ra"),
                state.host().exec("ip", "-6", "address", "show", "dev", "eth0"));
        connections(web, app);
        names(app);
        ledger.equal(
                SUBJECT,
                "ports that take no part in the spanning tree",
                3L,
                state.host()
                        .exec("bridge", "-details", "link", "show")
                        .lines()
                        .filter(line -> line.contains("guard on root_block on"))
                        .count());
        advertisement(web);
        new NeighbourEffects(state, ledger).check(web, app);
    }

    private void connections(String web, String app) {
        String inWeb = "nsenter -t " + web + " -n ";
        String inApp = "nsenter -t " + app + " -n ";
        String outside = "ip netns exec outside ";
        SortedMap<String, Boolean> wanted = new TreeMap<>(Map.ofEntries(
                Map.entry(inWeb + "198.51.100.1 " + PORT, true),
                Map.entry(inApp + "198.51.100.1 " + PORT, true),
                Map.entry(inWeb + "198.51.100.2 " + PORT, true),
                Map.entry(inApp + "198.51.100.2 " + PORT, false),
                Map.entry(inWeb + "198.51.100.3 " + PORT, false),
                Map.entry(inWeb + "2001:db8:99::1 " + PORT, true),
                Map.entry(inApp + "2001:db8:99::1 " + PORT, false),
                Map.entry(inWeb + "192.0.2.1 " + PORT, false),
                Map.entry(inApp + "192.0.2.1 " + PORT, false),
                Map.entry(inWeb + "169.254.169.254 " + PORT, false),
                Map.entry(inApp + "169.254.169.254 " + PORT, true),
                Map.entry(inWeb + "192.0.2.10 8080", true),
                Map.entry(inApp + "192.0.2.10 8080", true),
                Map.entry(inWeb + "192.0.2.10 8081", true),
                Map.entry(inApp + "192.0.2.10 8081", true),
                Map.entry(outside + "192.0.2.10 8081", true),
                Map.entry(outside + address("blue.app") + " " + PORT, true)));
        Connections connections = new Connections(state.host());
        for (String at : List.of(outside, inWeb, inApp)) {
            connections.listen(at, 80);
            connections.listen(at, PORT);
        }
        List<String> ways = List.copyOf(wanted.keySet());
        List<Boolean> open = connections.attempt(
                ways.stream().map(way -> attempt(way, wanted.get(way))).toList());
        for (int i = 0; i < ways.size(); i++) {
            String way = ways.get(i).replace(inWeb, "red.web -> ").replace(inApp, "blue.app -> ");
            ledger.equal(SUBJECT, way, wanted.get(ways.get(i)), open.get(i));
        }
    }

    /** The last two words are an address and a port. */
    private static Connections.Attempt attempt(String way, boolean opens) {
        int port = way.lastIndexOf(' ');
        int address = way.lastIndexOf(' ', port - 1) + 1;
        return new Connections.Attempt(
                way.substring(0, address),
                way.substring(address, port),
                Integer.parseInt(way.substring(port + 1)),
                opens);
    }

    /**
     * A name server answers on the gateways of networks that lead out, and does not know the other tenant's machines.
     */
    private void names(String app) {
        List<String> servers = new ArrayList<>();
        for (String network : List.of("red.web", "blue.app")) {
            servers.add(address(network).replaceAll("[0-9]+$", "1"));
        }
        ledger.equal(
                SUBJECT,
                "name servers on gateways",
                servers.stream().sorted().toList(),
                state.host()
                        .exec("/bin/sh", "-c", "ss -Hlun | awk '{ print $4 }' | sed -n 's/^\\(10\\..*\\):53$/\\1/p'")
                        .lines()
                        .sorted()
                        .toList());
        String told = state.host()
                .attempt("nsenter -t " + app + " -n -m -p -U -r resolvectl query red.web 2>&1")
                .output();
        ledger.holds(SUBJECT, "no name server tells the names of machines", told.contains("REFUSED"), told);
    }

    /** A guest advertises an address that is not its own, while the host asks for it. */
    private void advertisement(String web) {
        String free = state.host()
                .exec("/bin/sh", "-c", "nft list set inet bbc masqueraded6 | sed -n 's|.*{ \\(.*\\)/64 }|\\1bad|p'");
        String told = state.host().attempt("""
                for wait in 1 2 3 4; do bash -c 'echo >/dev/udp/%1$s/9'; sleep 0.1; done
                nsenter -t %2$s -n perl -MSocket=:all -e '
                  socket(my $s, AF_INET6, SOCK_RAW, 58) or die;
                  my ($i) = `ip -o link show front` =~ /^(\\d+):/;
                  setsockopt($s, 41, $_, pack("i", $_ == 17 ? $i : 255)) for 17, 18;
                  send($s, pack("CCnN", 136, 0, 0, 0x60000000) . inet_pton(AF_INET6, "%1$s")
                    . pack("CCC6", 2, 1, 2, 0, 0, 0, 0, 1), 0,
                    pack_sockaddr_in6(0, inet_pton(AF_INET6, "ff02::1"), $i, 0)) or die;'
                sleep 0.3
                ip -6 neigh show %1$s
                """.formatted(free, web)).output();
        ledger.holds(
                SUBJECT,
                "a guest cannot advertise a neighbour's address",
                told.contains(free) && !told.contains("lladdr"),
                told);
    }

    private String address(String machine) {
        return state.host()
                .exec(
                        "/bin/sh",
                        "-c",
                        "nft list chain bridge bbc " + chain(machine)
                                + " | sed -n 's/.*ip saddr \\(10[0-9.]*\\) accept/\\1/p'");
    }

    /** Name of the chain of the port with the default route. */
    private String chain(String machine) {
        String tenant = machine.substring(0, machine.indexOf('.'));
        String network = tenant.equals("red") ? "front" : "lan";
        return tenant + "__port_"
                + state.host()
                        .exec(
                                "/bin/sh",
                                "-c",
                                "sed -n 's/^Name=c-//p' /etc/systemd/network/60-" + machine + "." + network
                                        + ".network");
    }
}
