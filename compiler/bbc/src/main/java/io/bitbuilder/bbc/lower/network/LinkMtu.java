package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;

/**
 * MTU of a network's links: its bridge, the ports and the guests' interfaces (systemd.network(5), {@code MTUBytes=}).
 * All have the same, since a link drops packets larger than its own without an error to the sender. For the same reason
 * no rule of the firewall lowers the segment size of TCP: both ends of a connection derive it from their own links.
 */
public final class LinkMtu {
    /** MTU of new Ethernet links of the kernel (ETH_DATA_LEN). */
    private static final long KERNEL = 1500;

    private LinkMtu() {}

    /** Returns section {@code [Link]} of a link that is new whenever its workload starts. */
    public static Section.Builder ofNew(TenantOnHost onHost, Network network, Origin block) {
        return mtu(onHost, network) == KERNEL ? Section.named("Link", block) : ofKept(onHost, network, block);
    }

    /** Returns section {@code [Link]} of a link that outlives changes of its file: networkd restores no former MTU. */
    static Section.Builder ofKept(TenantOnHost onHost, Network network, Origin block) {
        Origin origin = network.mtu().isPresent()
                ? network.at().of("mtu")
                : onHost.host().at().of("mtu");
        return Section.named("Link", block).set("MTUBytes", Word.of(mtu(onHost, network)), origin);
    }

    private static long mtu(TenantOnHost onHost, Network network) {
        return network.mtu().orElse(onHost.host().mtu());
    }
}
