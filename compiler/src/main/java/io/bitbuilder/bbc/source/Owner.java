package io.bitbuilder.bbc.source;

/** Who wrote a file; it follows from the file's path alone. */
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
}
