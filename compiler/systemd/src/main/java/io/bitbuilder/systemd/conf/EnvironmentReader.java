package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.systemd.value.Whitespace;

/** The state machine of {@link EnvironmentFile} (env-file.c). */
final class EnvironmentReader {
    /** Characters that a backslash escapes between double quotes. */
    private static final String ESCAPED = "\"\\`$";

    private final String text;
    private final EnvironmentFile.Builder builder;
    private final StringBuilder key = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private int at;

    EnvironmentReader(SourceFile source) {
        this.text = source.text();
        this.builder = new EnvironmentFile.Builder(source);
    }

    EnvironmentFile read() {
        boolean goesOn = true;
        while (goesOn && at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || c == ';') {
                skipLine();
            } else if (Whitespace.isBlank(c)) {
                at++;
            } else {
                goesOn = line();
            }
        }
        return builder.build();
    }

    private void skipLine() {
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
    }

    private boolean line() {
        int start = at;
        key.setLength(0);
        value.setLength(0);
        while (at < text.length() && text.charAt(at) != '=' && !isEnd(text.charAt(at))) {
            key.append(text.charAt(at++));
        }
        if (at == text.length() || text.charAt(at) != '=') {
            builder.stray(start, at);
            return true;
        }
        at++;
        int valueStart = at;
        value();
        return builder.assignment(Whitespace.strip(key.toString()), value.toString(), start, valueStart, at);
    }

    /** Quoted pieces may follow each other; after the first plain character, quotes are ordinary characters. */
    private void value() {
        boolean plain = false;
        int solid = 0;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            char c = text.charAt(at++);
            if (!plain && (c == '\'' || c == '"')) {
                quoted(c);
                solid = value.length();
            } else if (c == '\\') {
                plain = true;
                escaped();
                solid = value.length();
            } else if (plain || !Whitespace.isBlank(c)) {
                plain = true;
                value.append(c);
                solid = Whitespace.isBlank(c) ? solid : value.length();
            }
        }
        value.setLength(solid);
    }

    private void escaped() {
        if (at < text.length()) {
            char c = text.charAt(at++);
            if (!isEnd(c)) {
                value.append(c);
            }
        }
    }

    private void quoted(char quote) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return;
            }
            if (c == '\\' && quote == '"' && at < text.length()) {
                char next = text.charAt(at++);
                value.append(next == '\n' ? "" : ESCAPED.indexOf(next) >= 0 ? String.valueOf(next) : "\\" + next);
            } else {
                value.append(c);
            }
        }
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
