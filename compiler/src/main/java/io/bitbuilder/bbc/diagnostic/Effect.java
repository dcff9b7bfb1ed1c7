package io.bitbuilder.bbc.diagnostic;

import java.util.Locale;

/** What becomes of a line, a section or a file that systemd finds fault with, in the order from least to most. */
public enum Effect {
    /** It is used as written, and systemd says that another way is recommended. */
    USED,
    /** Another value than the written one is used, such as the nearest one in range. */
    CHANGED,
    /** A word of the value is left out, the rest is used. */
    PART_IGNORED,
    /** The line is left out. */
    LINE_IGNORED,
    /** The section is left out with all its lines. */
    SECTION_IGNORED,
    /** The whole file is left out. */
    FILE_IGNORED,
    /** The unit is not loaded. */
    UNIT_REFUSED,
    /** systemd says nothing, and what was written has no effect or another one than it seems. */
    SILENT;

    /** Words for people: {@code line ignored}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
