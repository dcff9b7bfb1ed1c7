package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Source line as shown, and the position of a place in it, in columns of the shown text.
 *
 * @param text the line, escaped; truncated around the place if it is too long
 * @param start columns before the place
 * @param width columns of the place within the line, at least 1
 * @param whole whether nothing was truncated
 */
record ExcerptLine(String text, int start, int width, boolean whole) {
    /** Characters of a line that are looked at on each side of the place, for each column that is shown. */
    private static final int WINDOW = 4;

    static ExcerptLine of(SourceFile file, int line, Span span, boolean unicode, int columns) {
        String raw = SecretLine.shown(file, line, unicode ? "\u2026" : "...");
        int lineStart = span.start() - columnsBefore(file, span);
        int from = Math.clamp(span.start() - lineStart, 0, raw.length());
        int to = Math.clamp(span.end() - lineStart, from, raw.length());
        int begin = boundary(raw, Math.max(0, from - WINDOW * columns));
        int end = boundary(raw, Math.min(raw.length(), from + WINDOW * columns));
        List<String> shown = new ArrayList<>();
        int before = 0;
        int inside = 0;
        int at = begin;
        int first = 0;
        while (at < end) {
            int c = raw.codePointAt(at);
            String piece = TerminalEscapes.excerpt(c, unicode);
            if (at < from) {
                before += TerminalEscapes.columns(piece);
                first++;
            } else if (at < to) {
                inside += TerminalEscapes.columns(piece);
            }
            shown.add(piece);
            at += Character.charCount(c);
        }
        ExcerptLine all = new ExcerptLine(String.join("", shown).stripTrailing(), before, Math.max(1, inside), true);
        boolean fits = begin == 0 && end == raw.length() && TerminalEscapes.columns(all.text) <= columns;
        return fits ? all : all.cut(shown, first, unicode, columns);
    }

    /** Returns the index, or the next one when it would cut a pair of surrogates. */
    private static int boundary(String raw, int index) {
        boolean inside = index > 0 && index < raw.length() && Character.isLowSurrogate(raw.charAt(index));
        return inside ? index + 1 : index;
    }

    /** Returns the UTF-16 units between the start of the line and the start of the span. */
    private static int columnsBefore(SourceFile file, Span span) {
        return span.start() - file.text().lastIndexOf('\n', span.start() - 1) - 1;
    }

    /** Returns the part around the place: a quarter of the columns before it, the rest after it. */
    private ExcerptLine cut(List<String> pieces, int first, boolean unicode, int columns) {
        String more = unicode ? "\u2026" : "...";
        int from = first;
        int before = 0;
        while (from > 0 && before + TerminalEscapes.columns(pieces.get(from - 1)) <= columns / 4) {
            before += TerminalEscapes.columns(pieces.get(--from));
        }
        StringBuilder shown = new StringBuilder(from > 0 ? more : "");
        int lead = TerminalEscapes.columns(shown.toString());
        int used = 0;
        int to = from;
        while (to < pieces.size() && used + TerminalEscapes.columns(pieces.get(to)) <= columns) {
            used += TerminalEscapes.columns(pieces.get(to));
            shown.append(pieces.get(to++));
        }
        int inside = Math.min(width, Math.max(1, used - before));
        return new ExcerptLine(shown.append(to < pieces.size() ? more : "").toString(), lead + before, inside, false);
    }
}
