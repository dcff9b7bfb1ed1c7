package io.bitbuilder.bbc.git;

import java.time.OffsetDateTime;

/** Commit: its id and its tree's id, 40 hexadecimal digits each, and its commit time. */
public record Revision(String id, String treeId, OffsetDateTime committedAt) {
    private static final int SHORT_DIGITS = 12;

    /** Returns the first digits of the id, for messages. */
    public String shortId() {
        return id.substring(0, SHORT_DIGITS);
    }
}
