package io.bitbuilder.bbc.lsp;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.catalogue.Lifespan;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.rule.line.ValueForms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/** Hover and completion in files that systemd reads, from the catalogue of its releases. */
final class SystemdHelp {
    private static final String MANUAL = "https://www.freedesktop.org/software/systemd/man/latest/";

    private final LineChecker checker;
    private final FileKind kind;
    private final String line;
    private final String section;

    private SystemdHelp(OpenDocument document, FileKind kind, Position position, int release) {
        this.checker = new LineChecker(Catalogue.load(), ValueGrammars.load(), release);
        this.kind = kind;
        TextPositions positions = new TextPositions(document.text());
        int start = positions.offset(new Position(position.getLine(), 0));
        int feed = document.text().indexOf('\n', start);
        this.line = document.text().substring(start, feed < 0 ? document.text().length() : feed);
        this.section = section(document.text().substring(0, start));
    }

    /** Returns the help at a position of a buffer; empty if systemd does not read it. */
    static Optional<SystemdHelp> at(OpenDocument document, Position position, int release) {
        return FileKinds.of(document.path()).map(kind -> new SystemdHelp(document, kind, position, release));
    }

    private static String section(String before) {
        return before.lines()
                .map(String::strip)
                .filter(text -> text.startsWith("[") && text.endsWith("]"))
                .reduce("-", (a, b) -> b.substring(1, b.length() - 1));
    }

    private Optional<Directive> directive() {
        int equals = line.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : checker.find(kind, section, line.substring(0, equals).strip());
    }

    /** Returns the meaning of the directive in the line. */
    Optional<Hover> hover() {
        return directive().map(directive -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, text(directive))));
    }

    private String text(Directive directive) {
        StringBuilder text = new StringBuilder("```ini\n[" + directive.section() + "]\n" + directive.key() + "=\n```");
        ValueForms.of(directive, checker)
                .ifPresent(form -> text.append("\n\nValue: ").append(form).append('.'));
        text.append("\n\n")
                .append(directive.appends() ? "A later line adds to it" : "A later line replaces it")
                .append(directive.specifiers() ? "; `%` begins a specifier." : ".");
        Lifespan life = directive.lifespan();
        text.append(life.since() > 0 ? "\n\nSince systemd " + life.since() + "." : "");
        text.append(
                life.deprecated() != Lifespan.NEVER
                        ? "\n\nDeprecated since systemd " + release(life.deprecated())
                        : "");
        text.append(life.removed() != Lifespan.NEVER ? "\n\nNo effect since systemd " + release(life.removed()) : "");
        if (!directive.replacement().isEmpty()) {
            text.append("\n\nReplaced by `").append(directive.replacement()).append("=`.");
        }
        if (!directive.page().isEmpty()) {
            text.append("\n\n[")
                    .append(directive.page())
                    .append("](" + MANUAL)
                    .append(directive.page())
                    .append(".html#")
                    .append(directive.key())
                    .append("=)");
        }
        return text.toString();
    }

    private static String release(int number) {
        return number == 0 ? "before 258." : number + ".";
    }

    /** Returns what may be written at a column of the line: a section, a key, a value. */
    List<CompletionItem> completions(int column, List<String> units) {
        String before = line.substring(0, Math.clamp(column, 0, line.length()));
        if (before.stripLeading().startsWith("[")) {
            return items(checker.dialect(kind).known().stream().sorted(), CompletionItemKind.Module);
        }
        if (before.indexOf('=') < 0) {
            return kind.types().stream()
                    .flatMap(type -> checker.catalogue().directives(type, section).values().stream())
                    .filter(d -> d.lifespan().usedBy(checker.target())
                            && !d.lifespan().deprecatedIn(checker.target())
                            && !d.oldName())
                    .map(this::key)
                    .toList();
        }
        return directive()
                .map(d -> items(
                        Stream.concat(
                                ValueForms.words(d, checker).stream(),
                                d.valueClass().startsWith("unit-") ? units.stream() : Stream.of()),
                        CompletionItemKind.Value))
                .orElse(List.of());
    }

    private CompletionItem key(Directive directive) {
        CompletionItem item = new CompletionItem(directive.key());
        item.setKind(CompletionItemKind.Property);
        item.setInsertText(directive.key() + "=");
        item.setDetail(directive.page());
        return item;
    }

    private static List<CompletionItem> items(Stream<String> words, CompletionItemKind kind) {
        return words.distinct()
                .map(word -> {
                    CompletionItem item = new CompletionItem(word);
                    item.setKind(kind);
                    return item;
                })
                .toList();
    }
}
