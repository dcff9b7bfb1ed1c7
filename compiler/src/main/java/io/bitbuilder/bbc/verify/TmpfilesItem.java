package io.bitbuilder.bbc.verify;

/**
 * A line of tmpfiles.d(5) that systemd keeps.
 *
 * @param type      its letter
 * @param appends   true with the modifier {@code +}
 * @param path      absolute, specifiers replaced
 * @param settings  everything else that two lines for one path must have in common
 */
record TmpfilesItem(char type, boolean appends, String path, String settings) {
    private static final String GLOBS = "wetTaAkKhHxXrRzZm";
    private static final String OWNING = "fFdDvqQpLcbCwexXrR";

    /** True when the path is a pattern, which is kept apart from paths. */
    boolean isGlob() {
        return GLOBS.indexOf(type) >= 0;
    }

    /** True when systemd leaves this line out because of an earlier one for the same path. */
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
