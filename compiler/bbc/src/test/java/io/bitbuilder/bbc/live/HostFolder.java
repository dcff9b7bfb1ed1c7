package io.bitbuilder.bbc.live;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Folder of a host's state that no other running test of this checkout uses, in this process or in another.
 *
 * @param path the folder, which may not exist
 * @param lock file beside it that is locked until the folder is free again
 */
record HostFolder(Path path, FileChannel lock) implements AutoCloseable {
    /** The kernel gives a lock to the process; closing a second channel of the file would end it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    /** Returns the first free one. */
    static HostFolder free(Path cache) {
        String checkout = Integer.toHexString(Repository.path("oracle").hashCode());
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> take(cache.resolve("host-" + checkout + "-" + number)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<HostFolder> take(Path path) {
        if (!OURS.add(path)) {
            return Optional.empty();
        }
        try {
            FileChannel lock = FileChannel.open(
                    path.resolveSibling(path.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock.tryLock() != null) {
                return Optional.of(new HostFolder(path, lock));
            }
            lock.close();
            OURS.remove(path);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            OURS.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
