package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.catalogue.EnumWords;
import io.bitbuilder.systemd.catalogue.Lifespan;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.grammar.common.TextRange;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.value.Booleans;
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

    /**
     * Adds the fix for a name that has a replacement. A renamed key accepts the same value; another directive may not.
     */
    static Finding replaced(Finding finding, Assignment line, Directive directive) {
        String to = directive.replacement();
        if (to.isEmpty()) {
            return finding.fix("remove the line");
        }
        int dot = to.lastIndexOf('.');
        if (dot >= 0) {
            String section = to.substring(to.indexOf(':') + 1, dot);
            return finding.fix("write " + to.substring(dot + 1) + "= in [" + section + "]");
        }
        if (to.indexOf(',') >= 0) {
            List<String> keys = List.of(to.split(","));
            String words = "write " + String.join("= and ", keys) + "=";
            return Booleans.is(line.value()) && isOneLine(line)
                    ? finding.fix(replace(
                            line.keySpan(), keys.getFirst() + "=" + line.value() + "\n" + keys.getLast(), words))
                    : finding.fix(words);
        }
        return directive.oldName() && isOneLine(line)
                ? finding.fix(replace(line.keySpan(), to, "write " + to + "="))
                : finding.fix("write " + to + "= instead");
    }

    /** Adds the fix for a value that systemd refuses or changes. */
    static Finding value(Finding finding, Assignment line, Directive directive, LineChecker checker) {
        Matcher expanded = EXPANDED.matcher(line.value());
        if (!directive.specifiers() && expanded.find()) {
            return finding.why("systemd does not expand " + expanded.group()
                            + " here: it expands specifiers and variables only in some directives of units")
                    .fix("write the value itself, in one file per instance");
        }
        if (finding.code() == Code.DEPRECATED
                && Booleans.is(line.value())
                && words(directive, checker).isPresent()) {
            return finding.fix("write one of: "
                    + String.join(", ", words(directive, checker).get().at(checker.target())));
        }
        Optional<String> near = words(directive, checker)
                .flatMap(words -> Suggestions.closest(line.value(), words.at(checker.target())));
        if (near.isPresent()) {
            return finding.fix(replace(line.span(), near.get(), "write " + near.get()));
        }
        return finding.fix(
                directive.page().isEmpty()
                        ? "write a valid value, or remove the line"
                        : "write a valid value (see " + directive.page() + ")");
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
        int at = span.text().equals(line.value()) ? part.start() : span.text().indexOf(part.piece());
        if (line.value().isEmpty() || part.length() == 0 || at < 0) {
            return line.value().isEmpty() ? line.keySpan() : span;
        }
        return new Span(span.file(), span.start() + at, span.start() + at + part.length());
    }

    /** Returns false for a continued line, in which places are not exact. */
    private static boolean isOneLine(Assignment line) {
        return line.keySpan().text().equals(line.key());
    }
}
