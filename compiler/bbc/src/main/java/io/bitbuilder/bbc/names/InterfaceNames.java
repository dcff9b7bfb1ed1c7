package io.bitbuilder.bbc.names;

import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.scalar.PlainName;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names of network interfaces, at most 15 bytes each (IFNAMSIZ). Names on a host must be unique: they are hashes of
 * stable paths, and {@code check} detects collisions.
 */
public final class InterfaceNames {
    private static final byte[] SHORTEN_KEY = HexFormat.of().parseHex("e190a404a8ef4b518cccc33a9f11fca2");
    private static final String URL_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int HASH_CHARACTERS = 4;

    private InterfaceNames() {}

    /** Returns the bridge of a tenant's network: {@code b-} and seven characters. */
    public static String bridge(String tenant, String network) {
        return "b-" + StableHash.base32("network/" + tenant + "/" + network);
    }

    /**
     * Returns the host's side of an attachment: our name for a container, the name that vmspawn derives for a machine.
     */
    public static String port(String tenant, Workload workload, String attachment) {
        return switch (workload) {
            case Container c -> "c-" + hash(tenant, c.name(), attachment);
            case Machine m -> tap(TenantUnitNames.machine(tenant, m.name()));
        };
    }

    /** Returns the nft chain that guards an attachment's port: {@code port_} and seven characters. */
    public static String guard(String tenant, Workload workload, String attachment) {
        return "port_" + hash(tenant, workload.name(), attachment);
    }

    private static String hash(String tenant, String workload, String attachment) {
        return StableHash.base32("attachment/" + tenant + "/" + workload + "/" + attachment);
    }

    /**
     * Returns the tap that vmspawn creates for a machine: {@code vt-<machine>}, or, if that exceeds 15 bytes, its first
     * eleven bytes and four characters of a hash (net_shorten_ifname in systemd's netif-util.c).
     */
    public static String tap(String machine) {
        String name = "vt-" + machine;
        if (name.length() <= PlainName.MAX_INTERFACE_BYTES) {
            return name;
        }
        long hash = SipHash.hash(SHORTEN_KEY, name.getBytes(StandardCharsets.US_ASCII));
        StringBuilder shortened = new StringBuilder(name.substring(0, PlainName.MAX_INTERFACE_BYTES - HASH_CHARACTERS));
        for (int shift = 18; shift >= 0; shift -= 6) {
            shortened.append(URL_BASE64.charAt((int) (hash >>> shift & 0x3f)));
        }
        return shortened.toString();
    }
}
