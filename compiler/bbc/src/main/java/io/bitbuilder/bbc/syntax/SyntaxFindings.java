package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.TreeSet;

/**
 * Syntax findings of one file: limited in number, with the places reported by the token stage, so that the parser does
 * not report their consequences.
 */
final class SyntaxFindings {
    private final SourceFile file;
    private final Findings target;
    private final Limits limits;
    private final int most;
    private final TreeSet<Integer> tokenTrouble = new TreeSet<>();
    private int count;

    SyntaxFindings(SourceFile file, Findings target, Limits limits) {
        this.file = file;
        this.target = target;
        this.limits = limits;
        this.most = limits.syntaxFindings();
    }

    /** Returns the span between two offsets of the file. */
    Span span(int start, int end) {
        return new Span(file, start, end);
    }

    /** Returns whether the file ends there. */
    boolean endsFile(int offset) {
        return offset >= file.text().length();
    }

    /** Returns whether a line ends there. */
    boolean endsLine(int offset) {
        return !endsFile(offset)
                && (file.text().charAt(offset) == '\n' || file.text().charAt(offset) == '\r');
    }

    /** Returns the last place of a character from an offset to the end of the line; the offset if there is none. */
    int lastOnLine(char wanted, int from) {
        int line = file.text().indexOf('\n', from);
        int last = file.text().lastIndexOf(wanted, line < 0 ? file.text().length() - 1 : line);
        return Math.max(last, from);
    }

    /** Adds a finding of the parser or the builders. */
    void add(Finding finding) {
        if (count < most) {
            target.add(finding);
        } else if (count == most) {
            target.add(LimitFinding.of(
                    Limit.DIAGNOSTICS_FILE_SYNTAX,
                    limits,
                    finding.primary().span(),
                    "the file has too many syntax findings"));
        }
        count++;
    }

    /** Adds a finding of the token stage. */
    void addToken(Finding finding) {
        tokenTrouble.add(finding.primary().span().start());
        add(finding);
    }

    /** Returns whether the token stage reported a finding between two offsets, both inclusive. */
    boolean hasTokenErrorIn(int start, int end) {
        Integer first = tokenTrouble.ceiling(start);
        return first != null && first <= end;
    }

    /** Returns whether no further finding will be shown, so that parsing can stop. */
    boolean full() {
        return count > most;
    }
}
