package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.catalogue.EnumWords;
import io.bitbuilder.systemd.catalogue.Lifespan;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.TextRange;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fixes for lines, with an edit where the intent is certain. */
public final class LineFixes {
    private static final String ENUM = "enum:";

    /** A specifier of units, or a variable. */
    private static final Pattern EXPANDED = Pattern.compile("%[a-zA-Z]|\\$\\{?[A-Za-z_][A-Za-z0-9_]*\\}?");

    private LineFixes() {}

    static Fix replace(Span span, String text, String words) {
        return new Fix(words, List.of(new TextEdit(span, text)));
    }

    /** Adds the fix that the complaint itself shows, with an edit if the place of the mistake is exact. */
    static Finding remedied(Finding finding, Assignment line, TextRange part, Remedy remedy) {
        Span span = place(line, part);
        boolean exact = isOneLine(line) && span.text().equals(part.piece());
        return finding.fix(remedy.replacement()
                .filter(text -> exact)
                .map(text -> replace(span, text, remedy.words()))
                .orElseGet(() -> Fix.of(remedy.words())));
    }

    /** Adds the fix for a value that systemd refuses or changes. */
    static Finding value(Finding finding, Assignment line, Directive directive, LineChecker checker) {
        Matcher expanded = EXPANDED.matcher(line.value());
        if (!directive.specifiers() && expanded.find()) {
            return finding.why("systemd does not expand " + expanded.group()
                            + " here: it expands specifiers and variables only in some directives of units")
                    .fix("write the value itself, in one file per instance");
        }
        Optional<String> bare = ValueAdvice.withoutComment(line, directive, checker);
        if (bare.isPresent()) {
            return finding.fix(moved(line, bare.get()));
        }
        Optional<String> word = ValueAdvice.nearWord(line.value(), directive, checker);
        Optional<String> sure = word.filter(near -> Suggestions.isNear(line.value(), near, 1))
                .or(() -> ValueAdvice.corrected(line, directive, checker));
        if (sure.isPresent()) {
            return finding.fix(edit(line, sure.get(), "write " + sure.get()));
        }
        Optional<String> likely = word.or(() -> ValueAdvice.withTypes(line, directive, checker));
        if (likely.isPresent()) {
            return finding.fix("write " + likely.get());
        }
        return ValueForms.of(directive, checker)
                .map(form -> finding.fix("write " + form))
                .orElseGet(() -> finding.fix(
                        directive.page().isEmpty()
                                ? "write a valid value, or remove the line"
                                : "write a valid value (see " + directive.page() + ")"));
    }

    /** Returns a fix that replaces the value, with an edit if the line is not continued. */
    private static Fix edit(Assignment line, String value, String words) {
        return isOneLine(line) && line.span().text().equals(line.value())
                ? replace(line.span(), value, words)
                : Fix.of(words);
    }

    /** Returns the fix that moves the comment behind a value to a line of its own. */
    private static Fix moved(Assignment line, String bare) {
        String words = "write " + bare + ", and the comment on a line of its own";
        Span key = line.keySpan();
        return isOneLine(line) && line.span().text().equals(line.value())
                ? new Fix(
                        words,
                        List.of(
                                new TextEdit(
                                        new Span(key.file(), key.start(), key.start()),
                                        line.value().substring(bare.length()).strip() + "\n"),
                                new TextEdit(line.span(), bare)))
                : Fix.of(words);
    }

    /** Returns the first release that accepts the value, if it is a word of an enumeration. */
    static Optional<Integer> since(Assignment line, Directive directive, LineChecker checker) {
        return words(directive, checker)
                .flatMap(words -> Optional.ofNullable(words.words().get(line.value())))
                .map(Lifespan::since);
    }

    private static Optional<EnumWords> words(Directive directive, LineChecker checker) {
        int at = directive.valueClass().indexOf(ENUM);
        boolean single = at == 0 || directive.valueClass().startsWith("bool-or-" + ENUM);
        return single
                ? Optional.of(checker.catalogue().words(directive.valueClass().substring(at + ENUM.length())))
                : Optional.empty();
    }

    /**
     * Returns the place of a part of the value, in a joined line where it can be found; the key when the value is
     * empty.
     */
    public static Span place(Assignment line, TextRange part) {
        Span span = line.span();
        if (line.value().isEmpty()) {
            return line.keySpan();
        }
        if (!isOneLine(line)) {
            return ContinuedLines.part(line, part.piece(), part.start());
        }
        int at = span.text().equals(line.value()) ? part.start() : span.text().indexOf(part.piece());
        return part.length() == 0 || at < 0
                ? span
                : new Span(span.file(), span.start() + at, span.start() + at + part.length());
    }

    static boolean isOneLine(Assignment line) {
        return ContinuedLines.isOneLine(line);
    }
}
