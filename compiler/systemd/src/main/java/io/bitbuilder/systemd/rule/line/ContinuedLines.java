package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;

/**
 * Places in lines that a backslash continues. systemd counts such a line by its last physical one; the finding marks
 * the word where it is written, and names the line of systemd besides.
 */
public final class ContinuedLines {
    /** The label of the line whose number systemd logs, if the finding marks another one. */
    public static final String REPORTED = "the line that systemd reports";

    /** Longest text that is searched for a word, so that many complaints about a very long line stay cheap. */
    private static final int MOST = 1 << 16;

    private ContinuedLines() {}

    /** Returns whether the assignment is written in one line, so that its places are exact. */
    static boolean isOneLine(Assignment line) {
        return start(line) == lineStart(line) && line.keySpan().text().equals(line.key());
    }

    /** Returns the place of the key. */
    static Span key(Assignment line) {
        return isOneLine(line) ? line.keySpan() : find(line, line.key(), 0, line.keySpan());
    }

    /** Returns the place of a part of the value that begins at an offset of it; the value when it is not found. */
    static Span part(Assignment line, String piece, int offset) {
        int start = start(line);
        int equals = line.span().file().text().indexOf('=', start);
        return start == lineStart(line) || equals < 0
                ? line.span()
                : find(line, piece, equals + 1 - start + offset, line.span());
    }

    private static Span find(Assignment line, String text, int near, Span otherwise) {
        int start = start(line);
        String written = line.span().file().text().substring(start, line.span().end());
        int before = written.lastIndexOf(text, near);
        int after = written.indexOf(text, near);
        int at = after < 0 || before >= 0 && near - before < after - near ? before : after;
        return at < 0 || text.isEmpty()
                ? otherwise
                : new Span(otherwise.file(), start + at, start + at + text.length());
    }

    /** Returns a finding, with the line that systemd reports if the place is in another one. */
    static Finding finding(Code code, Assignment line, Span place, String message) {
        Finding finding = Finding.of(code, place, message);
        return place.line() == line.line() ? finding : finding.also(line.span(), REPORTED);
    }

    private static int lineStart(Assignment line) {
        return line.span().file().text().lastIndexOf('\n', line.span().start() - 1) + 1;
    }

    /** Returns the offset of the first physical line; comments may be between. */
    private static int start(Assignment line) {
        String text = line.span().file().text();
        int last = lineStart(line);
        int start = last;
        int end = last - 1;
        while (end > 0 && last - end < MOST) {
            int begin = text.lastIndexOf('\n', end - 1) + 1;
            String before = text.substring(begin, end);
            if (isContinued(before)) {
                start = begin;
            } else if (!before.strip().startsWith("#") && !before.strip().startsWith(";")) {
                break;
            }
            end = begin - 1;
        }
        return start;
    }

    private static boolean isContinued(String line) {
        boolean comment = line.strip().startsWith("#") || line.strip().startsWith(";");
        int at = line.length();
        while (at > 0 && line.charAt(at - 1) == '\\') {
            at--;
        }
        return !comment && (line.length() - at) % 2 == 1;
    }
}
