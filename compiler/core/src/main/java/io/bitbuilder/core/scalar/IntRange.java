package io.bitbuilder.core.scalar;

/** Whole numbers from first to last, both included; first is not above last. */
public record IntRange(long first, long last) {
    /** Returns the number of integers in it. */
    public long size() {
        return last - first + 1;
    }

    /** Returns whether the number is in it. */
    public boolean contains(long n) {
        return first <= n && n <= last;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
