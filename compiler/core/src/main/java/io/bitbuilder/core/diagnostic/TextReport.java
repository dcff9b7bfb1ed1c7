package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import java.util.List;
import java.util.Locale;

/**
 * Prints findings for people: a head line, excerpts with the places marked, reason, fixes; counts at the end. Every
 * line begins with a word of bbc, never with a string of an input.
 *
 * @param colour whether to use escape sequences for colours; the caller knows the terminal
 * @param unicode whether the output supports UTF-8; else frames are ASCII and other scripts are escaped
 * @param shown maximum number of findings to print
 * @param columns maximum columns of a source line
 */
public record TextReport(boolean colour, boolean unicode, long shown, int columns) {
    /** Returns the form under the limits of a run. */
    public static TextReport of(boolean colour, boolean unicode, Limits limits) {
        return new TextReport(
                colour, unicode, limits.of(Limit.DIAGNOSTICS_SHOWN), (int) limits.of(Limit.EXCERPT_COLUMNS));
    }

    /** Returns the sorted findings and the counts; empty if there are none. */
    public String print(List<Finding> findings) {
        Selection selection = Selection.of(findings, shown);
        StringBuilder out = new StringBuilder();
        selection.shown().forEach(finding -> print(out, finding));
        if (selection.hidden() > 0) {
            out.append(selection.hidden()).append(" more not shown\n");
        }
        return findings.isEmpty()
                ? ""
                : out.append(selection.counts()).append('\n').toString();
    }

    private void print(StringBuilder out, Finding finding) {
        AnsiStyle style = AnsiStyle.of(finding.severity(), colour);
        String word = finding.severity().name().toLowerCase(Locale.ROOT);
        out.append(style.strong(word + "[" + finding.code() + "]"))
                .append(": ")
                .append(TerminalEscapes.ascii(finding.message()))
                .append('\n');
        Excerpt excerpt = new Excerpt(finding, style, unicode, columns);
        excerpt.print(out);
        String indent = excerpt.indent();
        finding.why().ifPresent(why -> line(out, indent, style, "why", why));
        finding.fixes().forEach(fix -> line(out, indent, style, "fix", fix.text()));
        out.append('\n');
    }

    private static void line(StringBuilder out, String indent, AnsiStyle style, String word, String text) {
        out.append(indent)
                .append(style.frame("="))
                .append(' ')
                .append(word)
                .append(": ")
                .append(TerminalEscapes.ascii(text))
                .append('\n');
    }
}
