package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds one cause of many syntax findings of a file: another format, or a block without its opening brace. */
final class SyntaxCause {
    private static final Set<Code> OF_NESTING =
            EnumSet.of(Code.UNMATCHED_BRACKET, Code.BLOCK_NOT_AT_TOP, Code.STATEMENT_OUTSIDE_BLOCK);

    /** Formats by their first line; nothing that begins so is a declaration. */
    private static final List<Format> FORMATS = List.of(
            new Format("an INI or TOML file", "\\[[A-Za-z][\\w.\" -]*\\]\\s*"),
            new Format("JSON", "[\\[{].*"),
            new Format("YAML", "---.*|- .*|[\\w.-]+:(\\s.*)?"),
            new Format("HCL", "(?!test +\")\\w+( +\"[^\"]*\")+ *\\{.*"));

    /** A line that opens a block and lacks its brace: words alone. */
    private static final Pattern HEADER = Pattern.compile("( *)[a-z][a-z0-9-]*( +[A-Za-z][A-Za-z0-9_.-]*)+");

    private record Format(String name, Pattern firstLine) {
        Format(String name, String firstLine) {
            this(name, Pattern.compile(firstLine));
        }
    }

    private SyntaxCause() {}

    /** Returns the findings, or the one that explains them. */
    static List<Finding> of(SourceFile file, List<Finding> findings) {
        if (findings.isEmpty()) {
            return findings;
        }
        Optional<Finding> foreign = foreign(file);
        if (foreign.isPresent()) {
            return List.of(foreign.get());
        }
        List<Finding> stray = findings.stream().filter(SyntaxCause::isStray).toList();
        if (stray.isEmpty()) {
            return findings;
        }
        Finding cause = missingBrace(file).orElse(stray.getFirst());
        return Stream.concat(Stream.of(cause), findings.stream().filter(f -> !OF_NESTING.contains(f.code())))
                .toList();
    }

    private static boolean isStray(Finding finding) {
        return finding.code() == Code.UNMATCHED_BRACKET
                && finding.primary().span().text().equals("}");
    }

    private static Optional<Finding> foreign(SourceFile file) {
        for (int line = 1; line <= file.lines(); line++) {
            String text = file.line(line).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            Span span = line(file, line);
            return FORMATS.stream()
                    .filter(format -> format.firstLine().matcher(text).matches())
                    .findFirst()
                    .map(format -> Finding.of(
                                    Code.FOREIGN_FORMAT, span, "invalid syntax: the file looks like " + format.name())
                            .why("a `.bbc` file holds declarations of the language; a tenant in JSON is a file "
                                    + "`metadata.json`")
                            .fix("write it like `tenant acme { network front { } }`"));
        }
        return Optional.empty();
    }

    /** Finds a line of words that is followed by a deeper one: the brace between them is missing. */
    private static Optional<Finding> missingBrace(SourceFile file) {
        for (int line = 1; line < file.lines(); line++) {
            Matcher header = HEADER.matcher(file.line(line).stripTrailing());
            if (header.matches()
                    && indentation(file, line + 1) > header.group(1).length()) {
                Span words = line(file, line);
                Span end = new Span(file, words.end(), words.end());
                return Optional.of(Finding.of(Code.UNMATCHED_BRACKET, words, "missing `{` after `" + words.text() + "`")
                        .why("every bracket needs its counterpart")
                        .fix(new Fix("write `" + words.text() + " {`", List.of(new TextEdit(end, " {")))));
            }
        }
        return Optional.empty();
    }

    /** Returns the indentation of the first line from a number that is not blank and opens no block by itself. */
    private static int indentation(SourceFile file, int from) {
        for (int line = from; line <= file.lines(); line++) {
            String text = file.line(line);
            if (!text.isBlank()) {
                return text.strip().startsWith("{")
                        ? 0
                        : text.length() - text.stripLeading().length();
            }
        }
        return 0;
    }

    /** Returns the span of a line without blanks around it. */
    private static Span line(SourceFile file, int line) {
        int start = file.offsetOf(line);
        String text = file.line(line);
        int indent = text.length() - text.stripLeading().length();
        return new Span(file, start + indent, start + text.stripTrailing().length());
    }
}
