package io.bitbuilder.bbc.artefact;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** First line of every file whose format has comments. The tenant's name is its only string from a tenant. */
public record Banner(Word owner, String kind) {
    private static final int MAX_LINE = 128;

    /** Returns the banner of a file of one tenant. */
    public static Banner tenant(String name) {
        return new Banner(Word.of(name), "tenant");
    }

    /** Returns the banner of a file of a host that belongs to no tenant. */
    public static Banner host(String name) {
        return new Banner(Word.of(name), "host");
    }

    /** Returns the line. */
    @Override
    public String toString() {
        return "# bbc: " + kind + " " + owner + ", do not edit";
    }

    /** Returns the tenant that the first line of a file names; empty for a file of the host or without a banner. */
    public static Optional<String> tenantOf(byte[] file) {
        String start = "# bbc: tenant ";
        String end = ", do not edit\n";
        String head = new String(file, 0, Math.min(file.length, MAX_LINE), StandardCharsets.US_ASCII);
        int to = head.indexOf(end);
        return head.startsWith(start) && to > 0 ? Optional.of(head.substring(start.length(), to)) : Optional.empty();
    }
}
