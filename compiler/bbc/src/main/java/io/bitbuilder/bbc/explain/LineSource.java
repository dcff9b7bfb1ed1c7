package io.bitbuilder.bbc.explain;

import io.bitbuilder.core.source.Span;
import java.util.Optional;

/** Source of a line of the compiled tree. */
public sealed interface LineSource {
    /** A field of the program. */
    record OfField(FieldAccount account) implements LineSource {}

    /**
     * A block as a whole, whatever its fields.
     *
     * @param name its name in messages, {@code acme.front}
     * @param opened where it was opened first
     */
    record OfBlock(String kind, String name, Span opened) implements LineSource {}

    /** The first line, which names the owner of the file. */
    record Banner() implements LineSource {}

    /** The header of a section; it is there because the lines below it are. */
    record Header(String section) implements LineSource {}

    /**
     * Fixed layout of bbc: the same for every fleet.
     *
     * @param template the template in the standard library; empty when the layout is the format's own
     */
    record Layout(Optional<String> template) implements LineSource {}

    /**
     * An argument that bbc gives to every workload of the kind.
     *
     * @param why the reason for it
     */
    record Fixed(String why) implements LineSource {}

    /**
     * A file of the host runtime, the same on every host.
     *
     * @param file its path in the standard library
     */
    record Runtime(String file) implements LineSource {}

    /** Returns its keyword in JSON; a field's is that of its first writer. */
    default String word() {
        return switch (this) {
            case OfField(FieldAccount account) -> account.first().cause().word();
            case OfBlock b -> "block";
            case Banner b -> "banner";
            case Header h -> "header";
            case Layout l -> "layout";
            case Fixed f -> "fixed";
            case Runtime r -> "runtime";
        };
    }
}
