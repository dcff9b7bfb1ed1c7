package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.Set;

/** Strings of repart.d(5) and sysupdate.d(5) that may hold specifiers. */
public final class SpecifierPaths {
    /** Longest path and longest file name in bytes. */
    public static final int PATH = 4095;

    public static final int NAME = 255;

    private SpecifierPaths() {}

    /** Returns the string with its specifiers expanded, of at most that many bytes. */
    public static Parsed<String> expand(String text, int max) {
        return HostSpecifiers.SYSTEM
                .expand(text)
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad(Reason.about(text, "unknown specifier in '" + text + "'")))
                .then(expanded -> Utf8Text.length(expanded) <= max
                        ? Parsed.good(expanded)
                        : Parsed.bad(Reason.about(text, "'" + text + "' exceeds " + max + " bytes")));
    }

    /** Parses an absolute path, specifiers replaced. */
    public static Parsed<String> absolute(String text, Paths.Check... more) {
        Set<Paths.Check> checks =
                more.length == 0 ? Set.of(Paths.Check.ABSOLUTE) : Set.of(Paths.Check.ABSOLUTE, more[0]);
        return expand(text, PATH).then(path -> Paths.check(path, checks));
    }
}
