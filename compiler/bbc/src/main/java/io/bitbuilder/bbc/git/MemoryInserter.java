package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;

/** Keeps the objects of a merge in memory, so that a gate can read the merge without writing to the repository. */
final class MemoryInserter extends ObjectInserter {
    private final Repository repository;
    private final Map<ObjectId, ObjectLoader> objects = new HashMap<>();

    MemoryInserter(Repository repository) {
        this.repository = repository;
    }

    @Override
    public ObjectId insert(int type, long length, InputStream in) throws IOException {
        byte[] content = in.readNBytes(Math.toIntExact(length));
        ObjectId id = idFor(type, content);
        objects.put(id, new ObjectLoader.SmallObject(type, content));
        return id;
    }

    @Override
    public ObjectReader newReader() {
        return new Reader(repository.newObjectReader());
    }

    @Override
    public PackParser newPackParser(InputStream in) {
        throw new InternalFault("a merge in memory does not accept packs");
    }

    @Override
    public void flush() {
        // They stay in memory.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** Reader of the objects of the merge, then those of the repository. */
    private final class Reader extends ObjectReader.Filter {
        private final ObjectReader stored;

        Reader(ObjectReader stored) {
            this.stored = stored;
        }

        @Override
        protected ObjectReader delegate() {
            return stored;
        }

        @Override
        public ObjectReader newReader() {
            return new Reader(stored.newReader());
        }

        @Override
        public ObjectInserter getCreatedFromInserter() {
            return MemoryInserter.this;
        }

        @Override
        public boolean has(AnyObjectId id) throws IOException {
            return objects.containsKey(id.toObjectId()) || stored.has(id);
        }

        @Override
        public boolean has(AnyObjectId id, int type) throws IOException {
            return objects.containsKey(id.toObjectId()) || stored.has(id, type);
        }

        @Override
        public ObjectLoader open(AnyObjectId id) throws IOException {
            ObjectLoader made = objects.get(id.toObjectId());
            return made != null ? made : stored.open(id);
        }

        @Override
        public ObjectLoader open(AnyObjectId id, int type) throws IOException {
            ObjectLoader made = objects.get(id.toObjectId());
            return made != null ? made : stored.open(id, type);
        }

        @Override
        public long getObjectSize(AnyObjectId id, int type) throws IOException {
            ObjectLoader made = objects.get(id.toObjectId());
            return made != null ? made.getSize() : stored.getObjectSize(id, type);
        }
    }
}
