package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.source.RawFile;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Contents of some folders. Paths are absolute and normal, with {@code /} as separator.
 *
 * @param files wanted files with their bytes, sorted by path
 * @param others paths of the other files
 * @param links symbolic links and their targets as written
 * @param unread files and folders that could not be read, with the reason
 */
public record TreeListing(
        List<RawFile> files,
        SortedSet<String> others,
        SortedMap<String, String> links,
        SortedMap<String, String> unread) {

    /** Copies. */
    public TreeListing {
        files = List.copyOf(files);
        others = new TreeSet<>(others);
        links = new TreeMap<>(links);
        unread = new TreeMap<>(unread);
    }
}
