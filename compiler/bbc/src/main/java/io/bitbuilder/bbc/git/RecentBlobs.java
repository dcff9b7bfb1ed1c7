package io.bitbuilder.bbc.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Files by their id; the last few are kept, because a tree of trees has one in hundreds of thousands of places. */
final class RecentBlobs {
    private static final int KEPT = 16;

    private final ObjectReader reader;
    private final long most;
    private final Map<ObjectId, byte[]> contents = recent();
    private final Map<ObjectId, Long> sizes = recent();

    /** Creates a reader of that many bytes of each file at most. */
    RecentBlobs(ObjectReader reader, long most) {
        this.reader = reader;
        this.most = most;
    }

    /** Returns a map that keeps the last few entries. */
    static <T> Map<ObjectId, T> recent() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ObjectId, T> eldest) {
                return size() > KEPT;
            }
        };
    }

    /** Returns the size of a file. */
    long size(ObjectId id) throws IOException {
        Long known = sizes.get(id);
        long size = known == null ? reader.getObjectSize(id, Constants.OBJ_BLOB) : known;
        sizes.put(id, size);
        return size;
    }

    /** Returns the first bytes of a file, which must not be changed. */
    byte[] content(ObjectId id) throws IOException {
        byte[] known = contents.get(id);
        if (known != null) {
            return known;
        }
        try (InputStream in = reader.open(id, Constants.OBJ_BLOB).openStream()) {
            byte[] content = in.readNBytes((int) Math.min(size(id), most));
            contents.put(id, content);
            return content;
        }
    }
}
