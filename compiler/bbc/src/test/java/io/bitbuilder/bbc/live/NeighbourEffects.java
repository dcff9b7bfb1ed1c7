package io.bitbuilder.bbc.live;

import java.util.List;

/**
 * A neighbour on the bridge of {@code blue.app}, in a network namespace: it reaches the published port of its network,
 * and gets nothing from the guest that only a router or a DHCP server sends. Then the guest opens more connections than
 * its tenant may have.
 */
record NeighbourEffects(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "network effects";

    void check(String web, String app) {
        String bridge = state.host()
                .exec("/bin/sh", "-c", "sed -n 's/^Bridge=//p' /etc/systemd/network/60-blue.app.lan.network");
        appear(bridge);
        publishedPort(app);
        foreignAnswers(app);
        disappear();
        isolation(web);
        connections(web, app);
    }

    /** Two isolated ports of a bridge exchange no frame; a port that is not isolated is the control. */
    private void isolation(String web) {
        String bridge = state.host()
                .exec("/bin/sh", "-c", "sed -n 's/^Bridge=//p' /etc/systemd/network/60-red.web.back.network");
        appear(bridge);
        String told = state.host().exec("/bin/sh", "-ec", """
                guest=$(nsenter -t %s -n ip -4 -o address show dev back | sed 's|.* inet \\([0-9.]*\\)/.*|\\1|')
                ask() { ip netns exec neighbour ping -n -q -c 2 -i 0.3 -W 1 $guest >/dev/null && echo $1 || echo no; }
                ask open
                bridge link set dev nbr0 isolated on
                ask isolated
                """.formatted(web));
        ledger.equal(
                SUBJECT,
                "guest of an isolated network, asked by an open and by an isolated port",
                List.of("open", "no"),
                told.lines().toList());
        disappear();
    }

    private void appear(String bridge) {
        state.host().exec("/bin/sh", "-ec", """
                gateway=$(ip -4 -o address show dev %1$s | sed 's|.* inet \\([0-9.]*\\)/.*|\\1|')
                ip netns add neighbour
                ip link add nbr0 type veth peer name eth0 netns neighbour
                ip link set nbr0 master %1$s up
                ip -n neighbour link set eth0 up
                ip -n neighbour address add ${gateway%%.*}.200/24 dev eth0
                ip -n neighbour route add default via $gateway
                """.formatted(bridge));
    }

    private void disappear() {
        state.host().exec("/bin/sh", "-ec", "ip link delete nbr0; ip netns delete neighbour");
    }

    private void publishedPort(String app) {
        String told = state.host().attempt("""
                nsenter -t %s -n perl -MIO::Socket::INET -e '
                  my $s = IO::Socket::INET->new(LocalPort => 80, Listen => 9, ReuseAddr => 1) or die;
                  alarm 10; my $c = $s->accept; print $c "from the guest\\n"' &
                for wait in $(seq 1 25); do
                  ip netns exec neighbour timeout 3 \\
                    bash -c 'exec 3<>/dev/tcp/192.0.2.10/8081 && cat <&3' 2>/dev/null && break
                  sleep 0.2
                done
                kill $! 2>/dev/null
                """.formatted(app)).output();
        ledger.holds(
                SUBJECT,
                "a neighbour reaches the published port of its routed network",
                told.contains("from the guest"),
                told);
    }

    /** The permitted packets are the control: the neighbour gets them on the same way. */
    private void foreignAnswers(String app) {
        String told = state.host().attempt("""
                ip netns exec neighbour perl -MSocket=:all -e '
                  socket(my $u, AF_INET6, SOCK_DGRAM, 17) or die;
                  bind($u, pack_sockaddr_in6(546, inet_pton(AF_INET6, "::"))) or die;
                  socket(my $i, AF_INET6, SOCK_RAW, 58) or die;
                  $| = 1;
                  print "ready\\n";
                  my $end = time + 9;
                  while (time < $end) {
                    my $r = ""; vec($r, fileno($_), 1) = 1 for $u, $i;
                    next unless select($r, undef, undef, 0.5);
                    if (vec($r, fileno($u), 1)) { recv($u, my $d, 99, 0); print "udp $d\\n" }
                    next unless vec($r, fileno($i), 1);
                    recv($i, my $d, 99, 0);
                    print "icmp ", ord($d), "\\n";
                    $end = 0 if ord($d) == 128;
                  }' > /run/neighbour.heard &
                for wait in $(seq 1 25); do grep -q ready /run/neighbour.heard && break; sleep 0.2; done
                nsenter -t %s -n perl -MSocket=:all -e '
                  my ($l) = `ip -o link show lan` =~ /^(\\d+):/;
                  for my $port (547, 5470) {
                    socket(my $s, AF_INET6, SOCK_DGRAM, 17) or die;
                    setsockopt($s, 41, 17, pack("i", $l));
                    bind($s, pack_sockaddr_in6($port, inet_pton(AF_INET6, "::"))) or die;
                    send($s, "from $port", 0, pack_sockaddr_in6(546, inet_pton(AF_INET6, "ff02::1"), $l)) or die;
                  }
                  socket(my $s, AF_INET6, SOCK_RAW, 58) or die;
                  setsockopt($s, 41, $_, pack("i", $_ == 17 ? $l : 255)) for 17, 18;
                  send($s, pack("CCnN", $_, 0, 0, 0) . "\\0" x 32, 0,
                    pack_sockaddr_in6(0, inet_pton(AF_INET6, "ff02::1"), $l)) or die for 134, 137, 128;'
                wait
                grep -E '^udp|^icmp (128|134|137)$' /run/neighbour.heard | sort -u
                """.formatted(app)).output();
        ledger.equal(
                SUBJECT,
                "a neighbour hears no DHCPv6 server, router or redirect of a guest",
                List.of("icmp 128", "udp from 5470"),
                told.lines().toList());
    }

    /** Datagrams to 700 ports are 700 connections; the tenant may have 500. They are forgotten after five seconds. */
    private void connections(String web, String app) {
        String told = state.host().attempt("""
                limit=/proc/sys/net/netfilter/nf_conntrack_udp_timeout
                former=$(cat $limit)
                echo 5 >$limit
                ip netns exec outside perl -MIO::Socket::INET -e '
                  my $s = IO::Socket::INET->new(LocalAddr => "198.51.100.1", LocalPort => 8766, Listen => 9) or die;
                  sleep 20' &
                listener=$!
                for wait in $(seq 1 25); do
                  ip netns exec outside ss -Hltn | grep -q :8766 && break
                  sleep 0.2
                done
                try() {
                  nsenter -t $1 -n timeout 2 bash -c 'exec 3<>/dev/tcp/198.51.100.1/8766' 2>/dev/null && echo $2
                }
                try %2$s 'blue before'
                nsenter -t %2$s -n perl -MSocket=:all -e '
                  socket(my $s, AF_INET, SOCK_DGRAM, 17) or die;
                  send($s, "x", 0, pack_sockaddr_in($_, inet_aton("198.51.100.1"))) for 20000 .. 20699;'
                try %2$s 'blue at its limit'
                try %1$s 'red meanwhile'
                kill $listener
                echo $former >$limit
                """.formatted(web, app)).output();
        ledger.equal(
                SUBJECT,
                "tenants that open connections while one has too many",
                List.of("blue before", "red meanwhile"),
                told.lines().toList());
    }
}
