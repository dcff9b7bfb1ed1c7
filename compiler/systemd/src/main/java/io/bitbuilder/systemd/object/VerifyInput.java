package io.bitbuilder.systemd.object;

import io.bitbuilder.core.source.RawFile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Input of a verification.
 *
 * @param files files that systemd reads
 * @param others paths of all other files
 * @param links targets of symbolic links by path; links are not followed
 * @param whole true when the files are all that their hosts have, so that missing ones can be reported
 * @param kind type of all files; empty to derive it from each path
 * @param modes permissions of the files by path; only those of given files are asked for
 */
public record VerifyInput(
        List<RawFile> files,
        SortedSet<String> others,
        SortedMap<String, String> links,
        boolean whole,
        Optional<FileKind> kind,
        FileModes modes) {
    private static final String NOWHERE = "/dev/null";

    /** Copies the collections. */
    public VerifyInput {
        files = List.copyOf(files);
        others = new TreeSet<>(others);
        links = new TreeMap<>(links);
    }

    /** Makes an input of files whose permissions are unknown. */
    public VerifyInput(
            List<RawFile> files,
            SortedSet<String> others,
            SortedMap<String, String> links,
            boolean whole,
            Optional<FileKind> kind) {
        this(files, others, links, whole, kind, FileModes.UNKNOWN);
    }

    /** Returns an input without links and other paths. */
    public static VerifyInput files(List<RawFile> files, boolean whole) {
        return new VerifyInput(files, new TreeSet<>(), new TreeMap<>(), whole, Optional.empty());
    }

    /** Returns the files that systemd reads; a link to /dev/null masks a name as an empty file does. */
    public List<RawFile> read() {
        List<RawFile> masks = links.entrySet().stream()
                .filter(link -> link.getValue().equals(NOWHERE)
                        && FileKinds.of(link.getKey()).isPresent())
                .map(link -> new RawFile(link.getKey(), new byte[0]))
                .toList();
        return Stream.concat(files.stream(), masks.stream()).toList();
    }

    /** Returns all paths. */
    SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(others);
        files.forEach(file -> paths.add(file.path()));
        paths.addAll(links.keySet());
        return paths;
    }
}
