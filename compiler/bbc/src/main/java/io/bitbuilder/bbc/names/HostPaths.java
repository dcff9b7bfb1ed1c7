package io.bitbuilder.bbc.names;

import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Machine;
import java.util.UUID;

/**
 * Paths on a host, below {@code /var/lib/tenants/<tenant>}. Paths of mount units replace {@code -} in names by
 * {@code _}, so that the unit names need no escapes.
 */
public final class HostPaths {
    /** Folder of all tenants. */
    public static final String TENANTS = "/var/lib/tenants";

    /**
     * Folder of the credentials that administrators of the host encrypt for its services: {@code /etc} is read-only.
     */
    public static final String CREDENTIALS = "/var/lib/bitbuilder/credentials";

    private HostPaths() {}

    /** Returns the folder of the credentials with which git-sync fetches a tenant's repository. */
    public static String credentials(String tenant) {
        return CREDENTIALS + "/" + tenant;
    }

    /** Returns the folder of a tenant. */
    public static String tenant(String tenant) {
        return TENANTS + "/" + tenant;
    }

    /** Returns the folder of images of volumes and roots. */
    public static String data(String tenant) {
        return tenant(tenant) + "/data";
    }

    /** Returns the folder of the tenant's own extensions. */
    public static String extensions(String tenant) {
        return tenant(tenant) + "/extensions";
    }

    /** Returns the folder of the tenant's own portable services. */
    public static String services(String tenant) {
        return tenant(tenant) + "/services";
    }

    /** Returns the folder of one of the tenant's own extensions. */
    public static String ownExtension(String tenant, String name) {
        return extensions(tenant) + "/" + name;
    }

    /** Returns the folder of one of the tenant's own portable services. */
    public static String portable(String tenant, String name) {
        return services(tenant) + "/" + name;
    }

    /** Returns the folder that exists only while a workload runs: layers of a shared root, a temporary disk. */
    public static String runtime(String tenant, String workload) {
        return runtime(tenant) + "/" + workload;
    }

    /** Returns the parent of {@link #runtime(String, String)}. */
    public static String runtime(String tenant) {
        return tenant(tenant) + "/runtime";
    }

    /** Returns the root folder of a container that shares its image; its parent holds the layers. */
    public static String sharedRoot(String tenant, String workload) {
        return runtime(tenant, workload) + "/root";
    }

    /** Returns the mount point of a container's own root. */
    public static String rootMount(String tenant, String workload) {
        return mounts(tenant, workload) + "/root";
    }

    /** Returns the mount point of a volume. */
    public static String volumeMount(String tenant, String workload, String volume) {
        return mounts(tenant, workload) + "/volumes/" + TenantUnitNames.plain(volume);
    }

    /** Returns the mount point of an extension's image. */
    public static String extensionMount(String tenant, String workload, String extension) {
        return mounts(tenant, workload) + "/extensions/" + TenantUnitNames.plain(extension);
    }

    private static String mounts(String tenant, String workload) {
        return runtime(TenantUnitNames.plain(tenant)) + "/" + TenantUnitNames.plain(workload);
    }

    /** Returns the disk of a machine: persistent if it has its own root, else recreated at each start. */
    public static String disk(String tenant, Machine machine) {
        return machine.root().size().isPresent()
                ? drive(machine.data())
                : runtime(tenant, machine.name()) + "/disk.raw";
    }

    /** Returns the image of a container's root or volume, which the host mounts. */
    public static String image(DataName data) {
        return path(data) + ".img";
    }

    /**
     * Returns the drive of a machine's volume or root. No path of a container, so that the host never mounts what a
     * machine wrote.
     */
    public static String drive(DataName data) {
        return path(data) + ".raw";
    }

    private static String path(DataName data) {
        return data(data.tenant()) + "/" + data.workload()
                + data.volume().map(v -> "." + v).orElse("");
    }

    /** Returns the UUID of a file system of a workload's root or volume. */
    public static UUID fileSystemId(DataName data) {
        return StableHash.uuid((data.volume().isPresent() ? "volume/" : "root/") + data);
    }

    /** Returns the machine id of a workload (machine-id(5)): 32 hexadecimal digits, the same at every start. */
    public static String machineId(DataName root) {
        return StableHash.uuid("machine/" + root).toString().replace("-", "");
    }

    /** Returns the file with the names of consumed offers for a workload, in the merged {@code /etc}. */
    public static String offers(String tenant, String workload) {
        return "/etc/bbc/names/" + TenantUnitNames.machine(tenant, workload);
    }

    /** Returns the source of a container's /etc/hosts mount: a copy of {@link #offers} that changes while it runs. */
    public static String liveOffers(String tenant, String workload) {
        return "/run/bbc/names/" + TenantUnitNames.machine(tenant, workload);
    }

    /** Returns the folder of credentials of a workload, in the merged {@code /etc}. */
    public static String guest(String tenant, String workload) {
        return "/etc/bbc/guest/" + TenantUnitNames.machine(tenant, workload);
    }
}
