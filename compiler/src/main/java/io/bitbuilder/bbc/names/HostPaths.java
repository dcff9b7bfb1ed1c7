package io.bitbuilder.bbc.names;

import java.util.UUID;

/**
 * Where things lie on a host. What is mounted lies below {@code runtime}, where a {@code -} of a name is written {@code _}, so
 * that mount units need no escapes.
 */
public final class HostPaths {
    /** Folder of all tenants. */
    public static final String TENANTS = "/var/lib/tenants";

    private HostPaths() {}

    /** Folder of a tenant. */
    public static String tenant(String tenant) {
        return TENANTS + "/" + tenant;
    }

    /** The tenant's configuration, as git-sync fetched it. */
    public static String config(String tenant) {
        return tenant(tenant) + "/config";
    }

    /** Images of volumes and roots. */
    public static String data(String tenant) {
        return tenant(tenant) + "/data";
    }

    /** An extension that the tenant keeps: a folder. */
    public static String ownExtension(String tenant, String name) {
        return tenant(tenant) + "/extensions/" + name;
    }

    /** A portable service that the tenant keeps: a folder. */
    public static String portable(String tenant, String name) {
        return tenant(tenant) + "/services/" + name;
    }

    /** Parent of the mount points of a tenant. */
    public static String runtime(String tenant) {
        return TENANTS + "/" + UnitNames.plain(tenant) + "/runtime";
    }

    /** Parent of the mount points of a workload. */
    public static String runtime(String tenant, String workload) {
        return runtime(tenant) + "/" + UnitNames.plain(workload);
    }

    /** Root folder of a workload, mounted. */
    public static String root(String tenant, String workload) {
        return runtime(tenant, workload) + "/root";
    }

    /** Mount point of a volume. */
    public static String volume(String tenant, String workload, String volume) {
        return runtime(tenant, workload) + "/volumes/" + UnitNames.plain(volume);
    }

    /** Mount point of an extension's image. */
    public static String extensionMount(String tenant, String workload, String extension) {
        return runtime(tenant, workload) + "/extensions/" + UnitNames.plain(extension);
    }

    /** Image of a workload's root. */
    public static String rootImage(String tenant, String workload) {
        return data(tenant) + "/" + workload + ".img";
    }

    /** Image of a volume. */
    public static String volumeImage(String tenant, String workload, String volume) {
        return data(tenant) + "/" + workload + "." + volume + ".img";
    }

    /** UUID of the file system of a workload's root. */
    public static UUID rootId(String tenant, String workload) {
        return StableHash.uuid("root/" + tenant + "/" + workload);
    }

    /** UUID of the file system of a volume. */
    public static UUID volumeId(String tenant, String workload, String volume) {
        return StableHash.uuid("volume/" + tenant + "/" + workload + "/" + volume);
    }

    /** Credentials of a workload, in the merged {@code /etc}. */
    public static String guest(String tenant, String workload) {
        return "/etc/bbc/guest/" + UnitNames.machine(tenant, workload);
    }
}
