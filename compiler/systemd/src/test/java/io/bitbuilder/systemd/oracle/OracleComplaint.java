package io.bitbuilder.systemd.oracle;

/**
 * Complaint of a program of systemd about a file.
 *
 * @param line number of the line by the program's own counting; 0 where it has none
 * @param words its words, without file and line
 * @param consequence its reaction, by those words
 */
public record OracleComplaint(int line, String words, Consequence consequence) {

    /** Consequence for a file with complaints. */
    public enum Consequence {
        /** The line, or the section that begins there, is not used. */
        LINE_IGNORED,
        /** The whole file is not used, or the unit does not load. */
        FILE_REFUSED,
        /** It is used, perhaps in another sense than it was written. */
        USED
    }

    static OracleComplaint of(int line, String words) {
        return new OracleComplaint(line, words, consequence(words));
    }

    private static Consequence consequence(String words) {
        if (words.contains("Failed to parse file")
                || words.contains("efusing")
                || words.contains("ignoring file")
                || words.contains("bad unit file setting")
                || words.contains("failed to load properly")
                || words.startsWith("NetDev ")
                || words.contains("configured in ")) {
            return Consequence.FILE_REFUSED;
        }
        return words.contains("gnor") ? Consequence.LINE_IGNORED : Consequence.USED;
    }
}
