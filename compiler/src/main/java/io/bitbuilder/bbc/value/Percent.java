package io.bitbuilder.bbc.value;

/** A share in basis points: 9000 is 90%. Not negative; may be over 100% where a field says so. */
public record Percent(long basisPoints) implements Comparable<Percent> {
    @Override
    public int compareTo(Percent other) {
        return Long.compare(basisPoints, other.basisPoints);
    }

    @Override
    public String toString() {
        long rest = basisPoints % 100;
        String fraction = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
        return basisPoints / 100 + fraction + "%";
    }
}
