package io.bitbuilder.bbc.live;

import java.util.List;

/**
 * MTU of the networks of the live fleet: that of the uplink, 1400, in {@code front}, which has none of its own; 9000 in
 * {@code back} of mode bridge; 1300 in the routed {@code lan}.
 */
record MtuEffects(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "mtu";

    void check() {
        ledger.equal(
                SUBJECT,
                "MTU of port, bridge and guest",
                List.of("red.web.front 1400 1400 1400", "red.web.back 9000 9000 9000", "blue.app.lan 1300 1300 1300"),
                state.host().exec("sh", "-ec", """
                        for at in red.web.front red.web.back blue.app.lan; do
                          file=/etc/systemd/network/60-$at.network
                          port=$(sed -n s/^Name=//p "$file")
                          bridge=$(sed -n s/^Bridge=//p "$file")
                          leader=$(machinectl show --property=Leader --value "${at%.*}")
                          echo "$at" $(cat "/sys/class/net/$port/mtu" "/sys/class/net/$bridge/mtu") \
                            $(nsenter -t "$leader" -n ip -o link show "${at##*.}" | sed 's/.* mtu \\([0-9]*\\).*/\\1/')
                        done""").lines().toList());
        String guest = "nsenter -t " + state.leader("blue.app") + " -n ";
        String gateway = state.host().exec("sh", "-c", guest + "ip -o route show default | cut -d ' ' -f 3");
        String address =
                state.host().exec("sh", "-c", guest + "ip -4 -o address show lan | sed 's|.* \\(10[0-9.]*\\)/.*|\\1|'");
        // 28 bytes are the headers of IPv4 and ICMP.
        ledger.equal(SUBJECT, "a packet of 1300 bytes from a guest", "1 received", echo(guest, 1272, gateway));
        ledger.equal(SUBJECT, "a packet of 1301 bytes from a guest", "Message too long", echo(guest, 1273, gateway));
        ledger.equal(
                SUBJECT,
                "a packet of 1301 bytes from outside to a guest",
                "mtu = 1300",
                echo("ip netns exec outside ", 1273, address));
    }

    /** Sends one echo request that may not be fragmented. */
    private String echo(String from, int payload, String to) {
        return state.host()
                .attempt(from + "ping -c 1 -W 2 -M do -s " + payload + " " + to
                        + " 2>&1 | grep -o -m 1 -E '1 received|Message too long|mtu = [0-9]+'")
                .output()
                .strip();
    }
}
