package io.bitbuilder.bbc.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Lock of a file that exists only while it is held; the kernel ends it with its process. */
final class WriterLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Returns the lock; empty if it is held. */
    static Optional<WriterLock> of(Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            try {
                if (channel.tryLock() instanceof FileLock) {
                    // Its former holder may have deleted the file since it was opened: then another one is the lock.
                    if (isAt(channel, file)) {
                        return Optional.of(new WriterLock(file, channel));
                    }
                    channel.close();
                    continue;
                }
            } catch (OverlappingFileLockException e) {
                // Held by another thread of this process.
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
            return Optional.empty();
        }
    }

    private static boolean isAt(FileChannel channel, Path file) throws IOException {
        String token = UUID.randomUUID().toString();
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
        try {
            return Files.readString(file).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
