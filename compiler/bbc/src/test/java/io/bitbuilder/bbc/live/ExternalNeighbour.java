package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;

/** A neighbour of the host, behind the other end of its uplink; it tries the ports that the host publishes. */
record ExternalNeighbour(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "published ports";

    void check(HostTree tree) {
        List<PublishedPort> ports = PublishedPort.of(tree);
        if (ports.isEmpty()) {
            return;
        }
        Command.Outcome outcome = appear(ports.getFirst());
        ledger.equal(SUBJECT, "a neighbour can be there: " + outcome.output(), 0, outcome.exit());
        ports.forEach(port -> answers(machine(tree, port), port));
    }

    private Command.Outcome appear(PublishedPort port) {
        return state.host().attempt("""
                set -e
                [ ! -e /run/netns/outside ] || exit 0
                ip netns add outside
                ip link set outside netns outside
                ip -n outside address add %s/24 dev outside
                ip -n outside link set outside up
                for wait in $(seq 1 50); do ip -4 -br address | grep -q ' %s/' && exit 0; sleep 0.1; done
                exit 1
                """.formatted(port.neighbour(), port.host()));
    }

    private static String machine(HostTree tree, PublishedPort port) {
        String to = port.guest() + ":" + port.guestPort();
        return Manifests.host(tree).list("published").stream()
                .filter(published -> published.text("to").equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError("host.json does not know the published " + port))
                .text("machine");
    }

    private void answers(String machine, PublishedPort port) {
        Command.Outcome outcome =
                state.host().attempt("""
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
                """.formatted(state.leader(machine), port.guestPort(), port.host(), port.port()));
        ledger.holds(SUBJECT, port + " answers", outcome.output().contains("from the guest"), outcome.output());
    }
}
