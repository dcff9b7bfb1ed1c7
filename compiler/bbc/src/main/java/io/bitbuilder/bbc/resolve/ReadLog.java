package io.bitbuilder.bbc.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Log of the fields that expressions read, for explanations only: outside of {@link #during} it is closed. */
final class ReadLog {
    private @Nullable Set<FieldRead> open;

    boolean isOpen() {
        return open != null;
    }

    void add(FieldRead read) {
        if (open != null) {
            open.add(read);
        }
    }

    /** Runs the work and returns the fields that it reads itself, each once, in order. */
    List<FieldRead> during(Runnable work) {
        Set<FieldRead> reads = new LinkedHashSet<>();
        run(reads, () -> {
            work.run();
            return reads;
        });
        return List.copyOf(reads);
    }

    /** Runs work whose reads belong to another field. */
    <T> T closed(Supplier<T> work) {
        return run(null, work);
    }

    private <T> T run(@Nullable Set<FieldRead> log, Supplier<T> work) {
        Set<FieldRead> outer = open;
        open = log;
        try {
            return work.get();
        } finally {
            open = outer;
        }
    }
}
