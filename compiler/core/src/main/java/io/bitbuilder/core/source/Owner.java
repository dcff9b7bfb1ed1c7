package io.bitbuilder.core.source;

/** Owner of a file; follows from the file's path alone. */
public sealed interface Owner {
    /** The standard library. */
    record Std() implements Owner {}

    /** The team that owns hosts, pools and policies: everything outside a tenant's folder. */
    record Platform() implements Owner {}

    /** A tenant: {@code tenants/<name>/} and {@code tenant-<name>/}. */
    record Tenant(String name) implements Owner {}

    /** The standard library's owner. */
    Owner STD = new Std();

    /** The platform's owner. */
    Owner PLATFORM = new Platform();

    /**
     * Returns the owner of a path below the root: the first folder {@code tenants/<name>/} or {@code tenant-<name>/}
     * makes it that tenant's, at any depth; everything else is the platform's. The name is not checked here.
     */
    static Owner of(String path) {
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].equals("tenants") && i < parts.length - 2) {
                return new Tenant(parts[i + 1]);
            }
            if (parts[i].startsWith("tenant-")) {
                return new Tenant(parts[i].substring("tenant-".length()));
            }
        }
        return PLATFORM;
    }
}
