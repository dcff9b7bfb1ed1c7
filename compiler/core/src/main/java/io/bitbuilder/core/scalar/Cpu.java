package io.bitbuilder.core.scalar;

/** CPU time in thousandths of a core, above 0: {@code 2} is 2000, {@code 0.5} is 500. */
public record Cpu(long millis) implements Comparable<Cpu> {
    private static final long MAX_MILLIS = 1_000_000_000L;

    /** Parses a number of cores with at most three decimals, above 0 and at most 1,000,000. */
    public static Parsed<Cpu> parse(String text) {
        return FixedPoint.parse(text, 3).then(n -> {
            if (n == 0) {
                return Parsed.bad("it must be greater than 0");
            }
            return n <= MAX_MILLIS ? Parsed.good(new Cpu(n)) : Parsed.bad("it exceeds 1000000");
        });
    }

    @Override
    public int compareTo(Cpu other) {
        return Long.compare(millis, other.millis);
    }

    @Override
    public String toString() {
        if (millis % 1000 == 0) {
            return Long.toString(millis / 1000);
        }
        String fraction = String.format(java.util.Locale.ROOT, "%03d", millis % 1000);
        return millis / 1000 + "." + fraction.replaceAll("0+$", "");
    }
}
