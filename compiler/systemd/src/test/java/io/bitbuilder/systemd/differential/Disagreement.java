package io.bitbuilder.systemd.differential;

/**
 * One line, or a whole file, about which systemd and bbc disagree.
 *
 * @param subject section and key, or the form of the line
 * @param side the side that complains
 * @param shape the words without values, which groups it
 * @param line number of the line; 0 for the file
 * @param words the words of that side
 */
record Disagreement(
        FileType type, String subject, Side side, String shape, SampleComparison comparison, int line, String words) {

    /** The side that complains. */
    enum Side {
        /** bbc misses a complaint. */
        SYSTEMD_ONLY,
        /** bbc complains about a value that systemd accepts. */
        BBC_ONLY
    }

    String group() {
        return type.label() + "\t" + subject + "\t" + side + "\t"
                + (side == Side.SYSTEMD_ONLY ? shape : words.substring(0, Math.min(7, words.length())));
    }

    /** The smaller the file, the better it serves as example. */
    int size() {
        return comparison.sample().text().length();
    }

    String example() {
        return comparison.sample().line(line).strip();
    }
}
