package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configuration file as systemd reads it.
 *
 * @param source its contents with LF as the only line ending, so that line numbers equal those of systemd
 * @param headers the sections that the type of file has, in the order of the file
 * @param assignments the assignments in those sections
 * @param syntaxErrors syntax errors
 * @param stopped true when systemd reads no further after an error
 */
public record ConfFile(
        SourceFile source,
        List<SectionHeader> headers,
        List<Assignment> assignments,
        List<ConfSyntaxError> syntaxErrors,
        boolean stopped) {

    /** Copies. */
    public ConfFile {
        headers = List.copyOf(headers);
        assignments = List.copyOf(assignments);
        syntaxErrors = List.copyOf(syntaxErrors);
    }

    /** Returns the path of the file, for messages. */
    public String path() {
        return source.path();
    }

    /** Returns the assignments of a key in all sections of a name. */
    public Stream<Assignment> all(String section, String key) {
        return assignments.stream()
                .filter(a -> a.section().equals(section) && a.key().equals(key));
    }

    /** Returns the last of them. */
    public Optional<Assignment> last(String section, String key) {
        return all(section, key).reduce((first, second) -> second);
    }

    /** Returns the assignments below one header. */
    public List<Assignment> below(SectionHeader header) {
        return assignments.subList(firstFrom(header.index()), firstFrom(header.index() + 1));
    }

    /**
     * Returns the position of the first assignment whose header has at least that index; assignments are in the order
     * of headers.
     */
    private int firstFrom(int index) {
        int low = 0;
        int high = assignments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (assignments.get(middle).header().index() < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the sections of a name. */
    public List<SectionHeader> sections(String name) {
        return headers.stream().filter(h -> h.name().equals(name)).toList();
    }

    /** Returns the file as it is read when the reading ends at that assignment, which it keeps. */
    public ConfFile until(Assignment last) {
        int end = last.span().end();
        return new ConfFile(
                source,
                headers.stream().filter(h -> h.span().start() <= end).toList(),
                assignments.stream().filter(a -> a.span().start() <= end).toList(),
                syntaxErrors.stream()
                        .filter(error -> error.span().start() <= end)
                        .toList(),
                true);
    }
}
