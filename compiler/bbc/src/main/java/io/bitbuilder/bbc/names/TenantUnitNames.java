package io.bitbuilder.bbc.names;

import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Workload;

/**
 * Names of units and machines. {@code -} is replaced by {@code _} wherever systemd interprets {@code -} (slices nest by
 * it, instances unescape it); names stay distinct since they never contain {@code _}. They never contain a dot either,
 * so a dot separates the parts.
 */
public final class TenantUnitNames {
    /** Longest machine name (hostname_is_valid, 64 bytes). */
    public static final int MAX_MACHINE_BYTES = 64;

    /** Longest part of a name of a chain that has four: nft ends at a chain of 256 bytes (NFT_CHAIN_MAXNAMELEN). */
    private static final int MAX_PART = 54;

    private TenantUnitNames() {}

    /** Returns a name for places where systemd interprets {@code -}. */
    public static String plain(String name) {
        return name.replace('-', '_');
    }

    /** Returns the machine name for machinectl and nspawn: {@code <tenant>.<workload>}, at most 64 bytes. */
    public static String machine(String tenant, String workload) {
        return tenant + "." + workload;
    }

    /** Returns the slice of a tenant. */
    public static String slice(String tenant) {
        return "tenant-" + plain(tenant) + ".slice";
    }

    /** Returns the target of a tenant. */
    public static String target(String tenant) {
        return "tenant-" + plain(tenant) + ".target";
    }

    /** Returns the service that runs a workload. */
    public static String service(String tenant, Workload workload) {
        String template = switch (workload) {
            case Container c -> "systemd-nspawn@";
            case Machine m -> "tenant-vm@";
        };
        return template + machine(tenant, workload.name()) + ".service";
    }

    /** Returns the service that loads a tenant's firewall. */
    public static String firewall(String tenant) {
        return "bbc-firewall@" + plain(tenant) + ".service";
    }

    /** Returns the name of a tenant's nft chain. The tables are shared, and names never contain {@code __}. */
    public static String nftChain(String tenant, String chain) {
        return plain(tenant) + "__" + chain;
    }

    /** Returns a name as one of four parts of a chain's name: a hash replaces the end of a long one. */
    public static String nftPart(String name) {
        String hash = "_" + StableHash.base32("part/" + name);
        return name.length() <= MAX_PART
                ? plain(name)
                : plain(name.substring(0, MAX_PART - hash.length()).replaceFirst("-+$", "")) + hash;
    }

    /** Returns the service that creates the image of a workload's root. */
    public static String rootImage(String tenant, String workload) {
        return "bbc-volume@" + plain(tenant) + "." + plain(workload) + ".service";
    }

    /** Returns the service that creates the image of a volume. */
    public static String volumeImage(String tenant, String workload, String volume) {
        return "bbc-volume@" + plain(tenant) + "." + plain(workload) + "." + plain(volume) + ".service";
    }

    /** Returns the service that fetches a tenant's configuration. */
    public static String gitSync(String tenant) {
        return "git-sync@" + plain(tenant) + ".service";
    }

    /** Returns the timer of {@link #gitSync}. */
    public static String gitSyncTimer(String tenant) {
        return "git-sync@" + plain(tenant) + ".timer";
    }

    /** Returns the unit that mounts a path without characters that systemd escapes. */
    public static String mount(String path) {
        if (path.indexOf('-') >= 0 || path.indexOf('\\') >= 0) {
            throw new IllegalArgumentException(path + " would need an escape");
        }
        return path.substring(1).replace('/', '-') + ".mount";
    }
}
