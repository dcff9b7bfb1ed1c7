package io.bitbuilder.bbc.read;

import io.bitbuilder.core.source.RawFile;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names of files and hidden folders that nothing reads; their content is not needed. */
public final class UnreadNames {
    private final Set<String> names = new TreeSet<>();

    /** Adds a file that is not input, if it must be reported. */
    public void add(String path) {
        if (InputName.isUnnamed(path)) {
            names.add(path);
        }
    }

    /**
     * Returns whether a path is that of a hidden folder, or in one, and adds that folder, if it must be reported. The
     * path of a folder ends with a slash.
     */
    public boolean isHidden(String path) {
        int start = path.startsWith(".") ? 0 : path.indexOf("/.") + 1;
        if (start == 0 && !path.startsWith(".")) {
            return false;
        }
        int end = path.indexOf('/', start);
        if (end < 0) {
            return false;
        }
        add(path.substring(0, end + 1));
        return true;
    }

    /** Returns a file without content for each name. */
    public Stream<RawFile> files() {
        return names.stream().map(name -> new RawFile(name, new byte[0]));
    }
}
