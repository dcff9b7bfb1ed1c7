package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.LimitFinding;
import io.bitbuilder.bbc.source.Limit;
import io.bitbuilder.bbc.source.Limits;
import io.bitbuilder.bbc.source.SourceFile;
import io.bitbuilder.bbc.source.Span;
import java.util.TreeSet;

/**
 * The findings of one file's reading: at most a fixed number, and where the token stage found something, so that the parser
 * does not report what only follows from it.
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

    /** The span between two offsets of the file. */
    Span span(int start, int end) {
        return new Span(file, start, end);
    }

    /** True when the file has nothing from there on. */
    boolean endsFile(int offset) {
        return offset >= file.text().length();
    }

    /** True when a line ends there. */
    boolean endsLine(int offset) {
        return !endsFile(offset) && (file.text().charAt(offset) == '\n' || file.text().charAt(offset) == '\r');
    }

    /** Adds one of the parser or the builders. */
    void add(Finding finding) {
        if (count < most) {
            target.add(finding);
        } else if (count == most) {
            target.add(LimitFinding.of(Limit.DIAGNOSTICS_FILE_SYNTAX, limits, finding.primary().span(), "the file has more syntax findings"));
        }
        count++;
    }

    /** Adds one of the token stage. */
    void addToken(Finding finding) {
        tokenTrouble.add(finding.primary().span().start());
        add(finding);
    }

    /** True when the token stage found something between two offsets, both included. */
    boolean tokenTroubleIn(int start, int end) {
        Integer first = tokenTrouble.ceiling(start);
        return first != null && first <= end;
    }

    /** True when nothing more will be shown, so that reading on is of no use. */
    boolean full() {
        return count > most;
    }
}
