package io.bitbuilder.bbc.git;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a commit of a compiled tree says beside the tree. Nothing comes from the clock or from a configuration, so one input
 * makes one commit id.
 *
 * @param source the commit that was compiled; nothing when a folder was
 * @param version the version of the compiler
 * @param by author and committer
 * @param at time of both
 */
public record CommitInfo(Optional<Revision> source, String version, Identity by, OffsetDateTime at) {
    /** The time of a commit that was compiled from no commit: 1970-01-01 00:00 UTC. */
    public static final OffsetDateTime NO_TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    /** By bbc, at the time at which the source was committed. */
    public static CommitInfo of(Optional<Revision> source, String version) {
        return new CommitInfo(source, version, Identity.BBC, source.map(Revision::committedAt).orElse(NO_TIME));
    }

    /** A line for people and the trailers (git-interpret-trailers(1)) that verification reads. */
    String message() {
        String subject = source.map(s -> "Compile " + s.shortId()).orElse("Compile a folder");
        String revision = source.map(s -> "Source-Revision: " + s.id() + "\n").orElse("");
        return subject + "\n\n" + revision + "Bbc-Version: " + version + "\n";
    }
}
