package io.bitbuilder.bbc.fleet;

/**
 * Place of {@code raw} directives, written {@code service/Service}.
 *
 * @param file type of the file, {@code service}
 * @param section section in it, {@code Service}; empty when the program writes none
 */
public record RawTarget(String file, String section) {
    /** Returns the target of its written form; what follows the first slash is the section. */
    public static RawTarget of(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new RawTarget(text, "") : new RawTarget(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Returns the written form. */
    @Override
    public String toString() {
        return section.isEmpty() ? file : file + "/" + section;
    }
}
