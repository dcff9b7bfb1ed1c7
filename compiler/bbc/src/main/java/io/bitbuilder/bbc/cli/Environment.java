package io.bitbuilder.bbc.cli;

import java.util.Locale;
import java.util.Optional;

/** The only reader of environment variables; none of them changes the compiled tree. */
final class Environment {
    private Environment() {}

    /** Returns false with {@code NO_COLOR} (no-color.org) or on a terminal with {@code TERM=dumb}. */
    static boolean allowsColour() {
        return variable("NO_COLOR").isEmpty()
                && !variable("TERM").orElse("dumb").equals("dumb");
    }

    /**
     * Returns whether the locale's character set is UTF-8: the first of LC_ALL, LC_CTYPE, LANG that is set decides
     * (locale(7)).
     */
    static boolean isUtf8() {
        // The launcher runs Java in a locale of UTF-8, so that every path can be named, and hands on the user's.
        String locale = Optional.ofNullable(System.getProperty("bbc.locale"))
                .or(() -> variable("LC_ALL"))
                .or(() -> variable("LC_CTYPE"))
                .or(() -> variable("LANG"))
                .orElse("C");
        String upper = locale.toUpperCase(Locale.ROOT);
        return upper.contains("UTF-8") || upper.contains("UTF8");
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
