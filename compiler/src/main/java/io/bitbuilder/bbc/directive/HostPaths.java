package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Utf8;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.Set;

/** Texts of repart.d(5) and sysupdate.d(5) that may hold specifiers. */
final class HostPaths {
    /** Longest path and longest file name in bytes. */
    static final int PATH = 4095;
    static final int NAME = 255;

    private HostPaths() {}

    /** Returns the string with its specifiers expanded, of at most that many bytes. */
    static Parsed<String> expand(String text, int max) {
        return HostSpecifiers.SYSTEM.expand(text).map(Parsed::good).orElseGet(() -> Parsed.bad(Reason.about(text, "unknown specifier in '" + text + "'")))
                .then(expanded -> Utf8.length(expanded) <= max ? Parsed.good(expanded) : Parsed.bad(Reason.about(text, "'" + text + "' exceeds " + max + " bytes")));
    }

    /** An absolute path, specifiers replaced. */
    static Parsed<String> absolute(String text, Paths.Check... more) {
        Set<Paths.Check> checks = more.length == 0 ? Set.of(Paths.Check.ABSOLUTE) : Set.of(Paths.Check.ABSOLUTE, more[0]);
        return expand(text, PATH).then(path -> Paths.check(path, checks));
    }
}
