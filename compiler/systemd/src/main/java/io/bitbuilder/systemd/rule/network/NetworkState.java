package io.bitbuilder.systemd.rule.network;

import java.util.List;

/**
 * State of a .network file that rules of its sections depend on.
 *
 * @param addresses static addresses that are kept
 * @param dhcp4 true when the DHCP client for IPv4 runs
 * @param advertisements true unless router advertisements are off
 */
record NetworkState(List<NetworkAddresses.Static> addresses, boolean dhcp4, boolean advertisements) {

    NetworkState {
        addresses = List.copyOf(addresses);
    }
}
