package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.read.FleetRoot;
import java.util.Arrays;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;

/** Folders of an index; a folder exists if a file in it is staged. */
record IndexFolders(DirCache index) implements FleetRoot.Folders {
    @Override
    public boolean exists(String folder) {
        return entries(folder).length > 0;
    }

    @Override
    public boolean hasProgram(String folder) {
        int start = folder.isEmpty() ? 0 : folder.length() + 1;
        return Arrays.stream(entries(folder))
                .map(DirCacheEntry::getPathString)
                .anyMatch(path -> path.endsWith(".bbc") && path.indexOf('/', start) < 0);
    }

    private DirCacheEntry[] entries(String folder) {
        return index.getEntriesWithin(folder);
    }
}
