package io.bitbuilder.bbc.git;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Metadata of a commit with a compiled tree. Nothing depends on the clock or on a configuration, so the same input
 * gives the same commit id.
 *
 * @param source the compiled commit; empty if a folder was compiled
 * @param version the version of the compiler
 * @param by author and committer
 * @param at time of both
 */
public record CommitInfo(Optional<Revision> source, String version, CommitIdentity by, OffsetDateTime at) {
    /** Time of a commit that was compiled from a folder: 1970-01-01 00:00 UTC. */
    public static final OffsetDateTime NO_TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    /** Returns metadata with bbc as the author, at the commit time of the source. */
    public static CommitInfo of(Optional<Revision> source, String version) {
        return new CommitInfo(
                source,
                version,
                CommitIdentity.BBC,
                source.map(Revision::committedAt).orElse(NO_TIME));
    }

    /** Returns the message: a subject and the trailers (git-interpret-trailers(1)) that verification reads. */
    String message() {
        String subject = source.map(s -> "Compile " + s.shortId()).orElse("Compile a folder");
        String revision = source.map(s -> "Source-Revision: " + s.id() + "\n").orElse("");
        return subject + "\n\n" + revision + "Bbc-Version: " + version + "\n";
    }
}
