package io.bitbuilder.bbc.catalogue;

/**
 * A directive that systemd reads.
 *
 * @param type        type of its file, such as {@code service} or {@code network}; {@code unit} for what all units share
 * @param section     its section; {@code -} in files without sections
 * @param parser      the function of systemd that parses it, {@code outer>inner} where one dispatches to another
 * @param flags       the argument of that function in systemd's table, empty when it is 0
 * @param valueClass  name of the shape of its values; {@code enum:<name>} for words of an enumeration
 * @param specifiers  true when {@code %} begins a specifier in its value
 * @param appends     true when a later line adds to earlier ones, false when it takes their place
 * @param lifespan    the releases that read it
 * @param replacement what to write instead: {@code Key}, {@code Section.Key} or {@code type:Section.Key}; empty when nothing
 * @param page        the page of the manual that describes it, such as {@code systemd.exec}; empty for names that none has
 */
public record Directive(String type, String section, String key, String parser, String flags, String valueClass,
        boolean specifiers, boolean appends, Lifespan lifespan, String replacement, String page) {

    /** True for an old name that systemd takes without a word in all releases; the replacement is the name to write. */
    public boolean oldName() {
        return !replacement.isEmpty() && lifespan.deprecated() == Lifespan.NEVER && lifespan.removed() == Lifespan.NEVER;
    }
}
