package io.bitbuilder.bbc.systemd;

/** The first line of every file that takes comments. It holds nothing that a tenant chose but the tenant's name. */
public record Banner(Word owner, String kind) {
    /** A file of one tenant. */
    public static Banner tenant(String name) {
        return new Banner(Word.of(name), "tenant");
    }

    /** A file of a host that belongs to no tenant. */
    public static Banner host(String name) {
        return new Banner(Word.of(name), "host");
    }

    /** The line. */
    @Override
    public String toString() {
        return "# bbc: " + kind + " " + owner + ", do not edit";
    }
}
