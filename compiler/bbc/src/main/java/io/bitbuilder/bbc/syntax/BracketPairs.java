package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Reports unmatched brackets. */
final class BracketPairs {
    private static final String WHY = "every bracket needs its counterpart";

    private BracketPairs() {}

    /** Opening and closing bracket that are indented differently. */
    record Pair(Span opener, Span closer) {}

    /**
     * Reports an opening bracket without its closing one.
     *
     * @param missing the closing bracket
     * @param at token at which the closing bracket was found missing
     * @param suspect a pair that is indented differently: most likely the closing one belongs to an outer bracket
     */
    static Finding unclosed(Span opener, String missing, Span at, Optional<Pair> suspect) {
        Span marked = suspect.map(Pair::opener).orElse(opener);
        Finding finding = Finding.of(Code.UNMATCHED_BRACKET, marked, "unmatched `" + marked.text() + "`")
                .also(at, at.start() == at.end() ? "the file ends here" : "`" + missing + "` is missing before this")
                .why(WHY)
                .fix("close it with `" + missing + "`");
        return suspect.map(pair -> finding.also(pair.closer(), "this `}` has the indentation of an outer block"))
                .orElse(finding);
    }

    /** Reports a closing bracket without its opening one, or an earlier one that closes too much. */
    static Finding stray(Span closer, Optional<Pair> suspect) {
        if (suspect.isPresent()) {
            Span early = suspect.get().closer();
            return Finding.of(Code.UNMATCHED_BRACKET, early, "unmatched `" + early.text() + "`")
                    .also(suspect.get().opener(), "it closes this block")
                    .also(closer, "so this one closes nothing")
                    .why(WHY)
                    .fix(new Fix("delete it", List.of(new TextEdit(early, ""))));
        }
        Finding finding = Finding.of(Code.UNMATCHED_BRACKET, closer, "unmatched `" + closer.text() + "`")
                .why(WHY);
        boolean last = closer.file().text().substring(closer.end()).isBlank();
        return last
                ? finding.fix(Fix.certain("delete it", new TextEdit(closer, "")))
                : finding.fix("delete it, or add the opening bracket before it");
    }

    /** Reports a closing bracket of another kind. */
    static Finding mismatched(Span opener, Span closer, String expected) {
        return Finding.of(
                        Code.UNMATCHED_BRACKET,
                        closer,
                        "mismatched `" + closer.text() + "`: `" + opener.text() + "` is open")
                .also(opener, "the open bracket")
                .why(WHY)
                .fix(Fix.certain("write `" + expected + "`", new TextEdit(closer, expected)));
    }

    /** Returns whether a closing bracket is first on its line, and less indented than the line of its opening one. */
    static boolean closesOuter(Span opener, Span closer) {
        int indent = indentation(line(closer));
        return opener.line() != closer.line() && isFirst(closer) && indent < indentation(line(opener));
    }

    /** Returns whether a closing bracket is indented like an inner block, or the lines after it go on in the block. */
    static boolean closesEarly(Span opener, Span closer) {
        if (opener.line() == closer.line()) {
            return false;
        }
        int block = indentation(line(opener));
        if (isFirst(closer)) {
            return indentation(line(closer)) > block;
        }
        int next = closer.line() + 1;
        return next <= closer.file().lines()
                && !closer.file().line(next).isBlank()
                && indentation(closer.file().line(next)) > block;
    }

    private static boolean isFirst(Span bracket) {
        return bracket.column() == indentation(line(bracket)) + 1;
    }

    private static String line(Span span) {
        return span.file().line(span.line());
    }

    private static int indentation(String line) {
        int n = 0;
        while (n < line.length() && (line.charAt(n) == ' ' || line.charAt(n) == '\t')) {
            n++;
        }
        return n;
    }
}
