package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.Optional;

/** Reports unmatched brackets. */
final class BracketPairs {
    private static final String WHY = "every bracket needs its counterpart";

    private BracketPairs() {}

    /**
     * Reports an opening bracket without its closing one.
     *
     * @param missing the closing bracket
     * @param at token at which the closing bracket was found missing
     * @param suspect another opening bracket whose closing one is indented differently: most likely that one is missing
     */
    static Finding unclosed(Span opener, String missing, Span at, Optional<Span> suspect) {
        Finding finding = Finding.of(Code.UNMATCHED_BRACKET, opener, "unmatched `" + opener.text() + "`")
                .also(at, at.start() == at.end() ? "the file ends here" : "`" + missing + "` is missing before this")
                .why(WHY)
                .fix("close it with `" + missing + "`");
        return suspect.map(s -> finding.also(s, "or this one: its `}` is indented differently"))
                .orElse(finding);
    }

    /** Reports a closing bracket without its opening one. */
    static Finding stray(Span closer) {
        return Finding.of(Code.UNMATCHED_BRACKET, closer, "unmatched `" + closer.text() + "`")
                .why(WHY)
                .fix("delete it, or add the opening bracket before it");
    }

    /** Returns whether a closing bracket is first on its line, and less indented than the line of its opening one. */
    static boolean lookUnlike(Span opener, Span closer) {
        String line = closer.file().line(closer.line());
        int indent = indentation(line);
        return opener.line() != closer.line()
                && closer.column() == indent + 1
                && indent < indentation(opener.file().line(opener.line()));
    }

    private static int indentation(String line) {
        int n = 0;
        while (n < line.length() && (line.charAt(n) == ' ' || line.charAt(n) == '\t')) {
            n++;
        }
        return n;
    }
}
