package io.bitbuilder.systemd.rule.table;

/**
 * Line of tmpfiles.d(5) that systemd accepts.
 *
 * @param type its letter
 * @param appends true with the modifier {@code +}
 * @param path absolute, specifiers expanded
 * @param settings all other columns that two lines for one path must have in common
 */
record TmpfilesItem(char type, boolean appends, String path, String settings) {
    private static final String GLOBS = "wetTaAkKhHxXrRzZm";
    private static final String OWNING = "fFdDvqQpLcbCwexXrR";

    /** Returns whether the path is a pattern; systemd keeps patterns apart from paths. */
    boolean isGlob() {
        return GLOBS.indexOf(type) >= 0;
    }

    /** Returns whether systemd ignores this line because of an earlier one for the same path. */
    boolean repeats(TmpfilesItem earlier) {
        boolean compatible = !owns() || !earlier.owns() || settings.equals(earlier.settings);
        return !compatible && !(writesMore() && earlier.writesMore());
    }

    private boolean owns() {
        return OWNING.indexOf(type) >= 0;
    }

    private boolean writesMore() {
        return type == 'w' && appends;
    }
}
