package io.bitbuilder.bbc.value;

/** CPU time in thousandths of a core, above 0: {@code 2} is 2000, {@code 0.5} is 500. */
public record Cpu(long millis) implements Comparable<Cpu> {
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
