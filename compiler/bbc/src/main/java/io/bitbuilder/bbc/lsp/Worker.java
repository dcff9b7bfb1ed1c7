package io.bitbuilder.bbc.lsp;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One thread with a stack for the deepest nesting that the limits allow; an error in its work does not end it. */
final class Worker implements AutoCloseable {
    private static final long STACK = 8L << 20;

    private final ScheduledExecutorService thread;
    private final Consumer<Throwable> failed;

    /**
     * Starts a thread.
     *
     * @param failed receives errors of work that nobody waits for
     */
    Worker(String name, Consumer<Throwable> failed) {
        this.failed = failed;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().stackSize(STACK).factory());
    }

    /** Runs work after the work before it; the answer fails if the work throws. */
    <T> CompletableFuture<T> answer(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        thread.execute(() -> {
            if (answer.isCancelled()) {
                return;
            }
            try {
                answer.complete(work.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Runs work after a delay. */
    ScheduledFuture<?> after(long milliseconds, Runnable work) {
        return thread.schedule(() -> guarded(work), milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Runs work at once, after the work before it; none after the end. */
    void run(Runnable work) {
        try {
            thread.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            // The session has ended.
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
