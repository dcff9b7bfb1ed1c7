package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import java.util.Optional;
import java.util.stream.Stream;

/** Applies trees of the live fleet to a host, and asserts that it ends in one of them, whole. */
record Applying(LiveHost host, LiveLedger ledger) {
    /** Asks each gateway for the address of localhost (RFC 1035, section 4.1). */
    private static final String NAME_SERVERS = """
            ss -Hlun 'sport = 53' | awk '{ print $4 }' | sed -n 's/^\\(10[.].*\\):53$/\\1/p' | while read -r gateway; do
              perl -MIO::Socket::INET -e '
                my $s = IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => 53, Proto => "udp") or die;
                $s->send(pack("n6", 7, 0x100, 1, 0, 0, 0) . "\\x09localhost\\0" . pack("n2", 1, 1));
                alarm 10;
                $s->recv(my $answer, 512);
                print "answered\\n" if $answer =~ /^\\0\\x07.*\\x7f\\0\\0\\x01/s' "$gateway"
            done""";

    /** Asserts that the apply of a tree succeeded. */
    void applied(Command.Outcome outcome, HostTree tree) {
        ledger.equal("apply", tree.name() + ": " + outcome.output(), 0, outcome.exit());
        isWhole("after " + tree.name(), tree);
    }

    /**
     * Asserts that the merged /etc is one of the trees, and that the workload has the files that this tree names.
     *
     * @return the tree in /etc
     */
    HostTree isWhole(String when, HostTree... possible) {
        String merged = host.exec("sed", "-n", "s/^  \"digest\": \"\\(.*\\)\"$/\\1/p", "/etc/bbc/tree.json");
        Optional<HostTree> found =
                Stream.of(possible).filter(tree -> digest(tree).equals(merged)).findFirst();
        ledger.holds("whole", when + ": /etc is one of the trees", found.isPresent(), merged);
        ledger.equal("whole", when + ": files of the running workload", inputs("/etc/bbc/units"), runningInputs());
        ledger.equal(
                "whole",
                when + ": answers of the name servers on the gateways",
                "answered\nanswered",
                host.exec("sh", "-c", NAME_SERVERS));
        ledger.holds(
                "whole",
                when + ": the uplink has its address",
                host.exec("ip", "-4", "-brief", "address", "show", "dev", "eth0")
                        .contains("192.0.2.10/24"),
                "");
        return found.orElseThrow();
    }

    private static String digest(HostTree tree) {
        return JsonAnswer.parse(tree.text("bbc/tree.json")).text("digest");
    }

    private String inputs(String list) {
        return host.exec("awk", "$2 == \"systemd-nspawn@red.web.service\" { print $3 }", list);
    }

    /** Waits for a process: PID 1 may be about to start it. */
    private String runningInputs() {
        return host.exec("sh", "-c", """
                for wait in $(seq 1 60); do
                  [ "$(systemctl is-active systemd-nspawn@red.web.service)" != active ] || break
                  sleep 0.5
                done
                pid=$(systemctl show --property=MainPID --value systemd-nspawn@red.web.service)
                tr '\\0' '\\n' <"/proc/$pid/environ" | sed -n 's/^BBC_INPUTS=//p'""");
    }

    /** Asserts that an apply fails with a reason, and that the current tree stays whole. */
    void refused(HostTree current, String reason, Runnable staging) {
        staging.run();
        Command.Outcome outcome = host.applyIncoming();
        ledger.holds("refused", reason, outcome.exit() != 0 && outcome.output().contains(reason), outcome);
        isWhole("after a refusal: " + reason, current);
    }
}
