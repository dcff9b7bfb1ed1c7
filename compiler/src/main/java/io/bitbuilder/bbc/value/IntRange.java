package io.bitbuilder.bbc.value;

/** Whole numbers from first to last, both included; first is not above last. */
public record IntRange(long first, long last) {
    /** How many there are. */
    public long size() {
        return last - first + 1;
    }

    /** True when the number lies in it. */
    public boolean contains(long n) {
        return first <= n && n <= last;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
