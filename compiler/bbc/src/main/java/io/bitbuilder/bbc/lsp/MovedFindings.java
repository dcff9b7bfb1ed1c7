package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Label;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Findings of an older text in a newer one: those before and after the changed part, without their fixes. */
final class MovedFindings {
    private final SourceFile old;
    private final SourceFile now;
    private final int same;
    private final int sameAtEnd;

    private MovedFindings(SourceFile old, String text) {
        this.old = old;
        this.now = new SourceFile(old.path(), old.owner(), text);
        this.same = prefix(old.text(), text);
        this.sameAtEnd = suffix(old.text(), text, Math.min(old.text().length(), text.length()) - same);
    }

    /** Returns the findings whose place has not changed; all of them are in one file. */
    static List<Finding> of(List<Finding> findings, String text) {
        if (findings.isEmpty()) {
            return List.of();
        }
        SourceFile old = findings.getFirst().primary().span().file();
        if (old.text().equals(text)) {
            return findings;
        }
        MovedFindings moved = new MovedFindings(old, text);
        return findings.stream().flatMap(f -> moved.finding(f).stream()).toList();
    }

    /** Returns the place of a span in a newer text of its file; empty if it has changed. */
    static Optional<Span> moved(Span span, String text) {
        return new MovedFindings(span.file(), text).span(span);
    }

    /** Returns the length of the common beginning of two texts. */
    static int prefix(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int at = 0;
        while (at < length && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    /** Returns the length of the common end of two texts, at most the given one. */
    static int suffix(String a, String b, int most) {
        int at = 0;
        while (at < most && a.charAt(a.length() - 1 - at) == b.charAt(b.length() - 1 - at)) {
            at++;
        }
        return at;
    }

    private Optional<Finding> finding(Finding f) {
        return label(f.primary())
                .map(primary -> new Finding(
                        f.code(),
                        f.message(),
                        primary,
                        f.secondary().stream()
                                .flatMap(other -> label(other).stream())
                                .toList(),
                        f.why(),
                        List.of(),
                        f.verdict()));
    }

    private Optional<Label> label(Label label) {
        return label.span().file().path().equals(old.path())
                ? span(label.span()).map(span -> new Label(span, label.text()))
                : Optional.of(label);
    }

    private Optional<Span> span(Span span) {
        if (span.end() <= same) {
            return Optional.of(new Span(now, span.start(), span.end()));
        }
        int delta = now.text().length() - old.text().length();
        return span.start() >= old.text().length() - sameAtEnd
                ? Optional.of(new Span(now, span.start() + delta, span.end() + delta))
                : Optional.empty();
    }
}
