package io.bitbuilder.bbc.git;

import java.time.OffsetDateTime;

/** A commit: its id and its tree's id, 40 hexadecimal digits each, and when its committer says that it was made. */
public record Revision(String id, String treeId, OffsetDateTime committedAt) {
    private static final int SHORT_DIGITS = 12;

    /** The first digits of the id, for people. */
    public String shortId() {
        return id.substring(0, SHORT_DIGITS);
    }
}
