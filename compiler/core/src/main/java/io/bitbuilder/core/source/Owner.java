package io.bitbuilder.core.source;

/** Owner of a file; follows from the file's path alone. */
public sealed interface Owner {
    /** The standard library. */
    record Std() implements Owner {}

    /** The team that owns hosts, pools and policies: everything outside a tenant's folder. */
    record Platform() implements Owner {}

    /** A tenant: {@code tenants/<name>/}, {@code tenants/tenant-<name>/} or {@code tenant-<name>/}. */
    record Tenant(String name) implements Owner {}

    /** The standard library's owner. */
    Owner STD = new Std();

    /** The platform's owner. */
    Owner PLATFORM = new Platform();

    /** Beginning of a folder's name that is not part of the tenant's name. */
    String TENANT_PREFIX = "tenant-";

    /**
     * Returns the owner of a path below the root: the first folder {@code tenants/<name>/},
     * {@code tenants/tenant-<name>/} or {@code tenant-<name>/} makes it that tenant's, at any depth; everything else is
     * the platform's. The name is not checked here.
     */
    static Owner of(String path) {
        String folder = folderOfTenant(path);
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return folder.isEmpty()
                ? PLATFORM
                : new Tenant(isTenantFolder(name) ? name.substring(TENANT_PREFIX.length()) : name);
    }

    /** Returns the folder of the tenant that owns a path; empty for a path of the platform. */
    static String folderOfTenant(String path) {
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            String part = path.substring(start, slash);
            int next = path.indexOf('/', slash + 1);
            if (part.equals("tenants") && next >= 0) {
                return path.substring(0, next);
            }
            if (isTenantFolder(part)) {
                return path.substring(0, slash);
            }
            start = slash + 1;
        }
        return "";
    }

    /** Returns whether a folder of this name is a tenant's wherever it is. */
    static boolean isTenantFolder(String name) {
        return name.startsWith(TENANT_PREFIX);
    }
}
