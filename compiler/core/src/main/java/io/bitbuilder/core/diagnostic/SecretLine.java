package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines whose value is a secret: WireGuard and MACsec keys, passwords, credentials in plain text (systemd.netdev(5),
 * systemd.link(5), systemd.exec(5)). More people read the log of a run than the file, so a report hides the value.
 */
final class SecretLine {
    /** A key and the {@code =}; the name of a credential and the path of a file are no secrets. */
    private static final Pattern KEY = Pattern.compile("\\b(?:(?:Pri|Pre)\\w*Key|Key|SetCredential)\\h*=\\h*(?=[^\\h@])"
            + "|\\b\\w*Password\\h*=\\h*(?=[^\\h@/])");

    private SecretLine() {}

    /** Returns a line with {@code mask} in place of a secret; a continued line belongs to the key before it. */
    static String shown(SourceFile file, int line, String mask) {
        int first = line;
        int before = before(file, line);
        while (before > 0 && isContinued(file.line(before))) {
            first = before;
            before = before(file, first);
        }
        String text = file.line(line);
        Matcher key = KEY.matcher(file.line(first));
        if (!key.find()) {
            return text;
        }
        return first < line ? mask : text.substring(0, key.end()) + mask;
    }

    /** Returns the line before, without comments, which do not end a continued line; 0 if there is none. */
    private static int before(SourceFile file, int line) {
        int before = line - 1;
        while (before > 0 && file.line(before).strip().matches("[#;].*")) {
            before--;
        }
        return before;
    }

    private static boolean isContinued(String line) {
        return line.stripTrailing().endsWith("\\");
    }
}
