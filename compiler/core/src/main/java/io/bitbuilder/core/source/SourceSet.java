package io.bitbuilder.core.source;

import java.util.Comparator;
import java.util.List;

/**
 * All input of a run, sorted by path: programs ({@code *.bbc}), tenants in JSON ({@code metadata.json}) and locks
 * ({@code locks/<tenant>.lock}).
 *
 * @param data files that programs may name, not decoded
 * @param limits limits of the run: the defaults, and those that the platform among the programs has raised
 */
public record SourceSet(
        List<SourceFile> programs,
        List<SourceFile> metadata,
        List<SourceFile> locks,
        List<RawFile> data,
        Limits limits) {
    private static final Comparator<SourceFile> BY_PATH = Comparator.comparing(SourceFile::path);

    /** Sorts and copies. */
    public SourceSet {
        programs = programs.stream().sorted(BY_PATH).toList();
        metadata = metadata.stream().sorted(BY_PATH).toList();
        locks = locks.stream().sorted(BY_PATH).toList();
        data = data.stream().sorted(Comparator.comparing(RawFile::path)).toList();
    }

    /** Creates a set of sources with the default limits. */
    public SourceSet(List<SourceFile> programs, List<SourceFile> metadata, List<SourceFile> locks) {
        this(programs, metadata, locks, List.of(), Limits.DEFAULT);
    }

    /** Returns whether there is nothing to compile. */
    public boolean isEmpty() {
        return programs.isEmpty() && metadata.isEmpty();
    }
}
