package io.bitbuilder.bbc.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aHeldLockIsRefusedAndAReleasedOneLeavesNothing() throws IOException {
        Path file = folder.resolve(".lock");
        WriterLock lock = WriterLock.of(file).orElseThrow();
        assertTrue(WriterLock.of(file).isEmpty());
        lock.close();
        assertFalse(Files.exists(file));
        WriterLock.of(file).orElseThrow().close();
    }

    /** Each holder deletes the file that the others may have opened: still there is one holder at a time. */
    @Test
    void thereIsOneHolderAtATime() {
        Path file = folder.resolve(".lock");
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        IntStream.range(0, 400).parallel().forEach(i -> {
            try {
                Optional<WriterLock> lock = WriterLock.of(file);
                if (lock.isPresent()) {
                    most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                    held.incrementAndGet();
                    holders.decrementAndGet();
                    lock.get().close();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(1, most.get());
        assertTrue(held.get() > 1, held::toString);
    }
}
