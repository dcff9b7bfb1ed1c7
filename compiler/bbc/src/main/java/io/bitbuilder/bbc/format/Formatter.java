package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Formats a file. The style has no options; {@code docs/language.md} describes it. It changes spaces, line ends,
 * separators and commas after last elements, and nothing else.
 */
public final class Formatter {
    private Formatter() {}

    /**
     * Returns the text of a file in the style; empty if the file does not parse, or would exceed a limit in the style,
     * which is a finding.
     *
     * @throws InternalFault if the result is another program, or lacks a comment
     */
    public static Optional<String> format(SourceFile file, Limits limits, Findings findings) {
        Optional<List<SourceToken>> tokens = Parser.tokens(file, limits, findings);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        String text = Layout.of(Outline.of(tokens.get()));
        if (text.equals(file.text())) {
            return Optional.of(text);
        }
        Findings found = new Findings();
        Optional<List<SourceToken>> after = readBack(file, text, limits, found);
        if (after.isEmpty() && found.all().stream().allMatch(f -> f.code() == Code.LIMIT_EXCEEDED)) {
            found.all().forEach(f -> findings.add(inStyle(file, f)));
            return Optional.empty();
        }
        if (after.filter(a -> isSame(a, tokens.get())).isEmpty()) {
            throw new InternalFault("the formatted `" + file.path() + "` differs from the file in more than layout");
        }
        return Optional.of(text);
    }

    private static Optional<List<SourceToken>> readBack(SourceFile file, String text, Limits limits, Findings found) {
        RawFile raw = new RawFile(file.path(), text.getBytes(StandardCharsets.UTF_8));
        return new Decoder(limits)
                .decode(raw, file.owner(), found)
                .flatMap(result -> Parser.tokens(result, limits, found));
    }

    private static boolean isSame(List<SourceToken> one, List<SourceToken> other) {
        return Outline.of(one).statements().equals(Outline.of(other).statements())
                && Outline.comments(one).toList().equals(Outline.comments(other).toList());
    }

    /** Returns a finding about the result at the start of the file, which has other places. */
    private static Finding inStyle(SourceFile file, Finding finding) {
        Finding moved = Finding.of(finding.code(), file.start(), "formatted, " + finding.message())
                .why("limits bound the cost of a run for any input");
        return finding.fixes().stream().reduce(moved, Finding::fix, (a, b) -> b);
    }
}
