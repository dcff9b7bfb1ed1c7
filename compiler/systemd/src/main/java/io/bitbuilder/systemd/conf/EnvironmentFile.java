package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of shell-like assignments as systemd reads os-release(5) and extension-release files: quotes of both kinds,
 * backslashes, values that go on over line ends, comments that begin with {@code #} or {@code ;}.
 *
 * @param assignments in the order of the file; a later one of a key counts
 * @param stray lines without {@code =}, which systemd ignores silently
 * @param invalid the assignment that is not UTF-8, for which systemd ignores the file; empty when all are valid
 */
public record EnvironmentFile(
        SourceFile source, List<Assignment> assignments, List<Span> stray, Optional<Span> invalid) {

    /** Copies. */
    public EnvironmentFile {
        assignments = List.copyOf(assignments);
        stray = List.copyOf(stray);
    }

    /** Reads the bytes of a file up to a NUL; the path is used in messages only. */
    public static EnvironmentFile read(String path, byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        PhysicalLine whole = LineSplitter.decode(bytes, 0, end);
        return new EnvironmentReader(new SourceFile(path, Owner.of(path), whole.text())).read();
    }

    /** Returns the last assignment of a key. */
    public Optional<Assignment> last(String key) {
        return assignments.stream().filter(a -> a.key().equals(key)).reduce((first, second) -> second);
    }

    /** Collector of the reader's results. */
    static final class Builder {
        private final SourceFile source;
        private final SectionHeader header;
        private final List<Assignment> assignments = new ArrayList<>();
        private final List<Span> stray = new ArrayList<>();
        private Optional<Span> invalid = Optional.empty();

        Builder(SourceFile source) {
            this.source = source;
            this.header = new SectionHeader(SectionHeader.NONE, 0, source.start());
        }

        void stray(int start, int end) {
            stray.add(new Span(source, start, end));
        }

        /** Reads an assignment; returns false when systemd ignores the file for it. */
        boolean assignment(String key, String value, int start, int valueStart, int end) {
            if (key.indexOf(LineSplitter.REPLACEMENT) >= 0 || value.indexOf(LineSplitter.REPLACEMENT) >= 0) {
                invalid = Optional.of(new Span(source, start, end));
                return false;
            }
            assignments.add(new Assignment(
                    header,
                    key,
                    value,
                    new Span(source, start, start + key.length()),
                    new Span(source, valueStart, end)));
            return true;
        }

        EnvironmentFile build() {
            return new EnvironmentFile(source, assignments, stray, invalid);
        }
    }
}
