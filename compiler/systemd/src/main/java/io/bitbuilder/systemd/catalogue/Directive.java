package io.bitbuilder.systemd.catalogue;

/**
 * A directive that systemd reads.
 *
 * @param type type of its file, such as {@code service} or {@code network}; {@code unit} for directives of all units
 * @param section its section; {@code -} in files without sections
 * @param parser the function of systemd that parses it, {@code outer>inner} where one dispatches to another
 * @param flags the argument of that function in systemd's table, empty when it is 0; as systemd spells it, since each
 *     function gives it another meaning and a release may bring new ones
 * @param valueClass name of the shape of its values; {@code enum:<name>} for words of an enumeration
 * @param specifiers true when {@code %} begins a specifier in its value
 * @param appends true when a later line adds to earlier ones, false when it replaces them
 * @param lifespan the releases that read it
 * @param replacement its replacement: {@code Key}, {@code Section.Key} or {@code type:Section.Key}; empty when nothing
 * @param page the page of the manual that describes it, such as {@code systemd.exec}; empty for undocumented names
 */
public record Directive(
        String type,
        String section,
        String key,
        String parser,
        String flags,
        String valueClass,
        boolean specifiers,
        boolean appends,
        Lifespan lifespan,
        String replacement,
        String page) {

    /**
     * Returns whether the name is a deprecated one that systemd accepts silently in all releases; the replacement is
     * the current name.
     */
    public boolean oldName() {
        return !replacement.isEmpty()
                && lifespan.deprecated() == Lifespan.NEVER
                && lifespan.removed() == Lifespan.NEVER;
    }
}
