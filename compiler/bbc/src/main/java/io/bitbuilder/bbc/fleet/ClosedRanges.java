package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ranges behind the uplinks that guests reach with the platform's consent only: the infrastructure of the platform. */
public final class ClosedRanges {
    private static final Subnet4 LINK_LOCAL = new Subnet4(new Address4(169 << 24 | 254 << 16), 16);
    private static final Subnet6 LINK_LOCAL6 = new Subnet6(new Address6(0xfe80L << 48, 0), 10);

    /** IPv6 address of 169.254.169.254 in one of the clouds, which offers credentials of the host there. */
    public static final Subnet6 METADATA6 = new Subnet6(new Address6(0xfd000ec2L << 32, 0x254), 128);

    private ClosedRanges() {}

    /** Returns those of one host, each with its meaning. */
    public static Map<Subnet, String> of(Platform platform, Host host) {
        Map<Subnet, String> ranges = everywhere(platform);
        platform.hosts()
                .forEach(other ->
                        ranges.putIfAbsent(Subnet4.around(other.address().address(), 32), "host " + other.name()));
        addLink(ranges, host);
        return ranges;
    }

    /** Returns those of all hosts, each with its meaning. */
    public static Map<Subnet, String> of(Platform platform) {
        Map<Subnet, String> ranges = everywhere(platform);
        platform.hosts().forEach(host -> addLink(ranges, host));
        return ranges;
    }

    private static Map<Subnet, String> everywhere(Platform platform) {
        Map<Subnet, String> ranges = new LinkedHashMap<>();
        ranges.put(LINK_LOCAL, "link-local");
        ranges.put(LINK_LOCAL6, "link-local");
        ranges.put(METADATA6, "metadata service");
        platform.reserved().forEach(range -> ranges.putIfAbsent(range, "reserved by the platform"));
        return ranges;
    }

    private static void addLink(Map<Subnet, String> ranges, Host host) {
        ranges.putIfAbsent(host.address().subnet(), "link of host " + host.name());
    }
}
