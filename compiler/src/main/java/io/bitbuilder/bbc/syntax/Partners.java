package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.Span;
import java.util.Optional;

/** Findings about brackets without a partner. */
final class Partners {
    private static final String WHY = "every bracket has one partner";

    private Partners() {}

    /**
     * An opener without its closer.
     *
     * @param missing the closer
     * @param at what stood where the closer was missed at last
     * @param suspect an opener whose closer is indented unlike it: the missing one is most likely its
     */
    static Finding unclosed(Span opener, String missing, Span at, Optional<Span> suspect) {
        Finding finding = Finding.of(Code.SYN002, opener, "`" + opener.text() + "` is not closed")
                .also(at, at.start() == at.end() ? "the file ends here" : "this stands where its partner is missing")
                .why(WHY)
                .fix("close it with `" + missing + "`");
        return suspect.map(s -> finding.also(s, "or this one: the `}` that closes it is indented differently")).orElse(finding);
    }

    /** A closer without its opener. */
    static Finding stray(Span closer) {
        return Finding.of(Code.SYN002, closer, "`" + closer.text() + "` closes nothing").why(WHY).fix("delete it, or open its partner before it");
    }

    /** True when a closer stands first on its line, and further left than the line of its opener begins. */
    static boolean lookUnlike(Span opener, Span closer) {
        String line = closer.file().line(closer.line());
        int indent = indentation(line);
        return opener.line() != closer.line() && closer.column() == indent + 1 && indent < indentation(opener.file().line(opener.line()));
    }

    private static int indentation(String line) {
        int n = 0;
        while (n < line.length() && (line.charAt(n) == ' ' || line.charAt(n) == '\t')) {
            n++;
        }
        return n;
    }
}
