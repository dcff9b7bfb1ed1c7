package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Source lines of one finding with its places marked, file by file: the primary place's file first, others by path. */
final class Excerpt {
    /** Label that knows whether it is the primary one. */
    private record Mark(Label label, boolean primary) {
        int line() {
            return label.span().line();
        }
    }

    private final AnsiStyle style;
    private final boolean unicode;
    private final int columns;
    private final Map<SourceFile, List<Mark>> files = new LinkedHashMap<>();
    private final int gutter;

    Excerpt(Finding finding, AnsiStyle style, boolean unicode, int columns) {
        this.style = style;
        this.unicode = unicode;
        this.columns = columns;
        add(new Mark(finding.primary(), true));
        finding.secondary().stream()
                .sorted(Comparator.comparing(Label::span))
                .distinct()
                .forEach(label -> add(new Mark(label, false)));
        int highest = files.values().stream()
                .flatMap(List::stream)
                .mapToInt(Mark::line)
                .max()
                .orElse(1);
        this.gutter = Integer.toString(highest).length();
    }

    private void add(Mark mark) {
        files.computeIfAbsent(mark.label.span().file(), f -> new ArrayList<>()).add(mark);
    }

    /** Returns blanks as wide as the line numbers, and one more. */
    String indent() {
        return " ".repeat(gutter + 1);
    }

    void print(StringBuilder out) {
        files.forEach((file, marks) -> {
            String place = file.text().isEmpty()
                    ? file.path()
                    : marks.getFirst().label.span().toString();
            out.append(indent())
                    .append(style.frame(unicode ? "\u250c\u2500" : "-->"))
                    .append(' ')
                    .append(TerminalEscapes.ascii(place))
                    .append('\n');
            if (!file.text().isEmpty()) {
                lines(out, file, marks);
            }
        });
    }

    private void lines(StringBuilder out, SourceFile file, List<Mark> marks) {
        List<Mark> ordered = marks.stream()
                .sorted(Comparator.comparingInt(Mark::line)
                        .thenComparing(m -> !m.primary)
                        .thenComparing(m -> m.label.span()))
                .toList();
        int last = 0;
        for (Mark mark : ordered) {
            int line = mark.line();
            if (last != 0 && line > last + 1) {
                out.append(indent())
                        .append(style.frame(unicode ? "\u00b7" : "."))
                        .append('\n');
            }
            ExcerptLine shown = ExcerptLine.of(file, line, mark.label.span(), unicode, columns);
            if (line != last || !shown.whole()) {
                String number = " ".repeat(gutter - Integer.toString(line).length()) + line;
                out.append(style.frame(number + bar()))
                        .append(shown.text().isEmpty() ? "" : " " + shown.text())
                        .append('\n');
            }
            marks(out, mark, shown);
            last = line;
        }
    }

    private void marks(StringBuilder out, Mark mark, ExcerptLine shown) {
        String text = TerminalEscapes.ascii(mark.label.text());
        String marks = (mark.primary ? "^" : "-").repeat(shown.width()) + (text.isEmpty() ? "" : " " + text);
        out.append(style.frame(" ".repeat(gutter) + bar()))
                .append(' ')
                .append(" ".repeat(shown.start()))
                .append(mark.primary ? style.primary(marks) : style.secondary(marks))
                .append('\n');
    }

    private String bar() {
        return unicode ? " \u2502" : " |";
    }
}
