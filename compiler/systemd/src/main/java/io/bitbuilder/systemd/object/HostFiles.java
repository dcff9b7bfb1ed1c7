package io.bitbuilder.systemd.object;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files of one host.
 *
 * @param root prefix of the paths, empty or with a slash at its end
 * @param whole true when the files are complete, so that missing ones can be reported
 * @param objects configured objects, sorted by path
 * @param paths all files and links relative to the root, such as {@code etc/systemd/system/a.service}
 * @param links targets of the links among them
 * @param releases os-release and extension-release files among them
 * @param units names of the units of all hosts of the run
 * @param modes permissions of files by their full paths
 */
public record HostFiles(
        String root,
        boolean whole,
        List<ConfigObject> objects,
        SortedSet<String> paths,
        SortedMap<String, String> links,
        SortedMap<String, RawFile> releases,
        Set<String> units,
        FileModes modes,
        LineChecker checker) {

    /** Copies the collections. */
    public HostFiles {
        objects = List.copyOf(objects);
        paths = new TreeSet<>(paths);
        links = new TreeMap<>(links);
        releases = new TreeMap<>(releases);
        units = Set.copyOf(units);
    }

    /** Returns the objects of a kind. */
    public Stream<ConfigObject> of(FileKind kind) {
        return objects.stream().filter(o -> o.kind() == kind);
    }

    /** Returns the objects with their main file; an object of which only drop-ins are given is partly unknown. */
    public Stream<ConfigObject> complete(FileKind kind) {
        return of(kind).filter(o ->
                o.main().filter(main -> !main.source().text().isBlank()).isPresent());
    }

    /** Returns the start of a file of which only the name matters. */
    public Span at(String path) {
        String full = root + path;
        return new SourceFile(full, Owner.of(full), "").start();
    }

    /** Returns the permission bits of a file of the host, by its path relative to the root. */
    public OptionalInt mode(String path) {
        return paths.contains(path) && !links.containsKey(path) ? modes.of(root + path) : OptionalInt.empty();
    }

    /** Returns whether there is a file at that path or below, relative to the root. */
    public boolean has(String path) {
        return paths.contains(path) || hasBelow(path);
    }

    /** Returns whether the path is a folder with files. */
    public boolean hasBelow(String folder) {
        SortedSet<String> tail = paths.tailSet(folder + "/");
        return !tail.isEmpty() && tail.first().startsWith(folder + "/");
    }
}
