package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.source.RawFile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is to be judged.
 *
 * @param files  the files that systemd would read
 * @param others paths of the other files, which tell what is there
 * @param links  symbolic links and where they point to, which are not followed
 * @param whole  true when the files are all that their hosts have, so that what is missing can be told
 * @param kind   what all files are, whatever their names; nothing to go by the names
 */
public record Given(List<RawFile> files, SortedSet<String> others, SortedMap<String, String> links, boolean whole, Optional<Kind> kind) {
    private static final String NOWHERE = "/dev/null";

    /** Copies. */
    public Given {
        files = List.copyOf(files);
        others = new TreeSet<>(others);
        links = new TreeMap<>(links);
    }

    /** Files alone. */
    public static Given files(List<RawFile> files, boolean whole) {
        return new Given(files, new TreeSet<>(), new TreeMap<>(), whole, Optional.empty());
    }

    /** The files that systemd reads; a link to nowhere masks a name as an empty file does. */
    List<RawFile> read() {
        List<RawFile> masks = links.entrySet().stream()
                .filter(link -> link.getValue().equals(NOWHERE) && Kinds.of(link.getKey()).isPresent())
                .map(link -> new RawFile(link.getKey(), new byte[0]))
                .toList();
        return Stream.concat(files.stream(), masks.stream()).toList();
    }

    /** All paths. */
    SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(others);
        files.forEach(file -> paths.add(file.path()));
        paths.addAll(links.keySet());
        return paths;
    }
}
