package io.bitbuilder.core.diagnostic;

import java.util.Locale;

/** Effect of a mistake on a line, section or file of systemd, in increasing order of severity. */
public enum Effect {
    /** Used as written; systemd recommends another way. */
    USED,
    /** A value other than the written one is used, such as the nearest one in range. */
    CHANGED,
    /** A word of the value is ignored, the rest is used. */
    PART_IGNORED,
    /** The line is ignored. */
    LINE_IGNORED,
    /** The section is ignored with all its lines. */
    SECTION_IGNORED,
    /** The whole file is ignored. */
    FILE_IGNORED,
    /** The unit is not loaded. */
    UNIT_REFUSED,
    /** systemd logs nothing, and the line has no effect or another one than it seems. */
    SILENT;

    /** Returns the effect in words: {@code line ignored}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
