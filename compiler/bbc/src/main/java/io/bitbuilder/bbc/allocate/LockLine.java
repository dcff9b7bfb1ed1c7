package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.core.source.Span;

/**
 * Line of a lock file.
 *
 * @param gone whether the line is a tombstone: its claim was gone when the file was written, but its slot stays
 *     allocated
 */
public record LockLine(ClaimPath path, Grant grant, boolean gone, Span span) {
    /** Returns the resource that the line locks. */
    public ResourceKind resource() {
        return ResourceKind.of(path);
    }
}
