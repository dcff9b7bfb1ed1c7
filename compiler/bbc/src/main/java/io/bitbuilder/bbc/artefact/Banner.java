package io.bitbuilder.bbc.artefact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first line of every file that takes comments. It holds nothing that a tenant chose but the tenant's name. */
public record Banner(Word owner, String kind) {
    private static final int MAX_LINE = 128;

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

    /** The tenant that the first line of a file names; nothing when it is the host's, or no such line. */
    public static Optional<String> tenantOf(byte[] file) {
        String start = "# bbc: tenant ";
        String end = ", do not edit\n";
        String head = new String(file, 0, Math.min(file.length, MAX_LINE), StandardCharsets.US_ASCII);
        int to = head.indexOf(end);
        return head.startsWith(start) && to > 0 ? Optional.of(head.substring(start.length(), to)) : Optional.empty();
    }
}
