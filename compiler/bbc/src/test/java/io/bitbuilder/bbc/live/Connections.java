package io.bitbuilder.bbc.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** TCP connections between network namespaces of a host. All attempts run at once. */
final class Connections {
    private final LiveHost host;
    private final SortedMap<String, TreeSet<Integer>> ports = new TreeMap<>();

    Connections(LiveHost host) {
        this.host = host;
    }

    /**
     * An attempt.
     *
     * @param enter command that enters the namespace of the client; empty for the host itself
     * @param address of the listener, IPv4 or IPv6
     * @param port TCP port
     * @param opens whether it is expected to open: such an attempt has time on a busy machine; another one costs all of
     *     its time when it is dropped
     */
    record Attempt(String enter, String address, int port, boolean opens) {}

    /** Listens at all addresses of a namespace, which may have no IPv6. */
    void listen(String enter, int port) {
        ports.computeIfAbsent(enter, at -> new TreeSet<>()).add(port);
    }

    /** Returns which attempts opened. A listening socket answers without a program that accepts. */
    List<Boolean> attempt(List<Attempt> attempts) {
        StringBuilder script = new StringBuilder("listeners=\nrm -rf /run/listens\nmkdir /run/listens\n");
        ports.forEach((enter, listened) -> script.append(
                """
                %sperl -MIO::Socket::IP -e '
                  my @s = map { my $p = $_; map {
                    IO::Socket::IP->new(LocalHost => $_, LocalPort => $p, Listen => 9, V6Only => 1, ReuseAddr => 1)
                  } "0.0.0.0", "::" } @ARGV;
                  open my $listens, ">", "/run/listens/$$" or die;
                  sleep 60' %s &
                listeners="$listeners $!"
                """.formatted(enter, listened.stream().map(String::valueOf).collect(Collectors.joining(" ")))));
        script.append("""
                for wait in $(seq 1 200); do [ $(ls /run/listens | wc -l) -lt %d ] || break; sleep 0.1; done
                attempts=
                """.formatted(ports.size()));
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            script.append(
                    """
                    { %stimeout %d bash -c 'exec 3<>/dev/tcp/%s/%d' 2>/dev/null && echo open %d; } &
                    attempts="$attempts $!"
                    """.formatted(attempt.enter(), attempt.opens() ? 20 : 2, attempt.address(), attempt.port(), i));
        }
        List<String> told =
                host.attempt(script + "wait $attempts\nkill $listeners\nwait\n").lines();
        List<Boolean> open = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            open.add(told.contains("open " + i));
        }
        return open;
    }

    /** Returns the address from which a connection of one namespace to an address of another one comes. */
    String source(String from, String to, String address) {
        return host.attempt("""
                        %sperl -MIO::Socket::IP -e '
                          my @at = (LocalHost => "%s", LocalPort => 8446, ReuseAddr => 1);
                          my $s = IO::Socket::IP->new(@at, Listen => 9);
                          alarm 20;
                          print $s->accept->peerhost, "\\n"' &
                        for wait in $(seq 1 100); do
                          %sbash -c 'exec 3<>/dev/tcp/%s/8446' 2>/dev/null && break
                          sleep 0.1
                        done
                        wait
                        """.formatted(to, address, from, address)).output().strip();
    }
}
