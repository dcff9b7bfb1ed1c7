package io.bitbuilder.bbc.names;

import java.util.UUID;

/**
 * Where things lie on a host: below {@code /var/lib/tenants/<tenant>}. In the path of a mount unit a {@code -} of a name is
 * written {@code _}, so that the unit's name needs no escapes.
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

    /** Extensions that the tenant keeps. */
    public static String extensions(String tenant) {
        return tenant(tenant) + "/extensions";
    }

    /** Portable services that the tenant keeps. */
    public static String services(String tenant) {
        return tenant(tenant) + "/services";
    }

    /** An extension that the tenant keeps: a folder. */
    public static String ownExtension(String tenant, String name) {
        return extensions(tenant) + "/" + name;
    }

    /** A portable service that the tenant keeps: a folder. */
    public static String portable(String tenant, String name) {
        return services(tenant) + "/" + name;
    }

    /** What exists only while a workload runs: layers of a shared root, a disk that is forgotten. */
    public static String runtime(String tenant, String workload) {
        return runtime(tenant) + "/" + workload;
    }

    /** Parent of {@link #runtime(String, String)}. */
    public static String runtime(String tenant) {
        return tenant(tenant) + "/runtime";
    }

    /** Root folder of a container that shares its image; its parent holds the layers. */
    public static String sharedRoot(String tenant, String workload) {
        return runtime(tenant, workload) + "/root";
    }

    /** Mount point of a container's own root. */
    public static String rootMount(String tenant, String workload) {
        return mounts(tenant, workload) + "/root";
    }

    /** Mount point of a volume. */
    public static String volumeMount(String tenant, String workload, String volume) {
        return mounts(tenant, workload) + "/volumes/" + UnitNames.plain(volume);
    }

    /** Mount point of an extension's image. */
    public static String extensionMount(String tenant, String workload, String extension) {
        return mounts(tenant, workload) + "/extensions/" + UnitNames.plain(extension);
    }

    private static String mounts(String tenant, String workload) {
        return runtime(UnitNames.plain(tenant)) + "/" + UnitNames.plain(workload);
    }

    /** Disk of a machine: kept when it has a root of its own, else made anew at each start. */
    public static String disk(String tenant, String workload, boolean kept) {
        return kept ? data(tenant) + "/" + workload + ".raw" : runtime(tenant, workload) + "/disk.raw";
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

    /** Names that a workload knows of other tenants' offers, in the merged {@code /etc}. */
    public static String offers(String tenant, String workload) {
        return "/etc/bbc/names/" + UnitNames.machine(tenant, workload);
    }

    /** Where a container's /etc/hosts is mounted from: a copy of {@link #offers} that changes while it runs. */
    public static String liveOffers(String tenant, String workload) {
        return "/run/bbc/names/" + UnitNames.machine(tenant, workload);
    }

    /** Credentials of a workload, in the merged {@code /etc}. */
    public static String guest(String tenant, String workload) {
        return "/etc/bbc/guest/" + UnitNames.machine(tenant, workload);
    }
}
