package io.bitbuilder.bbc.cli;

import java.util.function.IntSupplier;

/** Runs work with a stack for the deepest nesting that the limits allow, whatever Java's default is. */
final class DeepStack {
    private static final long BYTES = 8L << 20;

    private DeepStack() {}

    /** Returns the result of the work, or the other one if it throws. */
    static int call(IntSupplier work, int failed) {
        int[] result = {failed};
        Thread thread = Thread.ofPlatform().name("bbc").stackSize(BYTES).start(() -> result[0] = work.getAsInt());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return result[0];
    }
}
