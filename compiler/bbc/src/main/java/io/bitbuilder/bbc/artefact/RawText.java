package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Optional;

/**
 * Value that is in systemd's notation already: nothing is escaped, so it must be one line without specifiers. A
 * {@code %} must be doubled or at the end, since elsewhere it begins a specifier (systemd.unit(5)).
 */
public record RawText(String text) implements SinkValue {
    /** Rejects values with a {@link #problem}. */
    public RawText {
        problem(text).ifPresent(why -> {
            throw new InternalFault("invalid value in a file: " + why);
        });
    }

    /** Returns why a string is not such a value, as a clause without a full stop. */
    public static Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of("an empty value would reset the lines before it");
        }
        if (!text.equals(text.strip())) {
            return Optional.of("systemd strips blanks at the start and the end");
        }
        if (text.endsWith("\\")) {
            return Optional.of("a trailing backslash would join the next line");
        }
        if (expands(text)) {
            return Optional.of("systemd would expand the specifier to data of the host");
        }
        return SafeText.problem(text);
    }

    /** Returns whether a {@code %} that is not doubled begins a specifier. */
    private static boolean expands(String text) {
        int sign = text.indexOf('%');
        while (sign >= 0 && sign + 1 < text.length() && text.charAt(sign + 1) == '%') {
            sign = text.indexOf('%', sign + 2);
        }
        return sign >= 0 && sign + 1 < text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
