package io.bitbuilder.bbc.artefact;

/**
 * Impact of a change of one directive.
 *
 * @param section of the directive, {@code *} for any; {@link #FILE} for the file as a whole
 * @param key of the directive, {@code *} for any; the kind of change may follow: {@code <}, {@code +} or {@code -}
 * @param why a clause without a full stop
 */
public record ImpactRule(String section, String key, Impact impact, String why) {
    /** Section of rules about a file as a whole; their keys are {@code added} and {@code removed}. */
    public static final String FILE = "file";

    private static final String ANY = "*";

    /** Returns whether the rule is about every change. */
    boolean isForAll() {
        return section.equals(ANY) && key.equals(ANY);
    }

    boolean matches(String ofSection, String ofKey) {
        return (section.equals(ANY) || section.equals(ofSection)) && (key.equals(ANY) || key.equals(ofKey));
    }
}
