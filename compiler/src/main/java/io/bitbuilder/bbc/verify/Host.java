package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.source.Owner;
import io.bitbuilder.bbc.source.RawFile;
import io.bitbuilder.bbc.source.SourceFile;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that was given of one host.
 *
 * @param root    what stands before the paths, a slash at its end or nothing
 * @param whole   true when a folder was given, so that what is not there is known to be missing
 * @param objects what systemd loads, sorted by path
 * @param paths   all files and links, seen from the root, such as {@code etc/systemd/system/a.service}
 * @param links   the links among them, and where they point to
 * @param releases the files among them that tell of a release: os-release and extension-release
 */
public record Host(String root, boolean whole, List<Loaded> objects, SortedSet<String> paths, SortedMap<String, String> links, SortedMap<String, RawFile> releases, Lines lines) {

    /** Copies. */
    public Host {
        objects = List.copyOf(objects);
        paths = new TreeSet<>(paths);
        links = new TreeMap<>(links);
        releases = new TreeMap<>(releases);
    }

    /** The objects of a kind. */
    public Stream<Loaded> of(String kind) {
        return objects.stream().filter(o -> o.kind().name().equals(kind));
    }

    /** The objects that have their main file, as an object of which only drop-ins were given has parts that nobody can see. */
    public Stream<Loaded> complete(String kind) {
        return of(kind).filter(o -> o.main().filter(main -> !main.source().text().isBlank()).isPresent());
    }

    /** The start of a file of which nothing but its name matters. */
    Span at(String path) {
        String full = root + path;
        return new SourceFile(full, Owner.of(full), "").start();
    }

    /** True when a file lies there or below, seen from the root. */
    public boolean has(String path) {
        return paths.contains(path) || hasBelow(path);
    }

    /** True when it is a folder with something in it. */
    public boolean hasBelow(String folder) {
        SortedSet<String> tail = paths.tailSet(folder + "/");
        return !tail.isEmpty() && tail.first().startsWith(folder + "/");
    }
}
