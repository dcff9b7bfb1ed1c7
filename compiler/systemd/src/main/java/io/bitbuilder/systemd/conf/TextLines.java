package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.value.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines, such as those of tmpfiles.d(5) and sysusers.d(5): blank lines and lines that begin with {@code #}
 * are comments.
 *
 * @param lines the others
 * @param tooLong the first line that exceeds systemd's limit, where it stops; empty when none does
 */
public record TextLines(List<TextLine> lines, Optional<Span> tooLong) {
    private static final int MAX_LINE = 1 << 20;

    /** Copies. */
    public TextLines {
        lines = List.copyOf(lines);
    }

    /** Returns the file of that path, which serves for messages alone, and those bytes. */
    public static TextLines read(String path, byte[] bytes) {
        List<PhysicalLine> physical = LineSplitter.of(bytes);
        StringBuilder text = new StringBuilder();
        physical.forEach(line -> text.append(line.text()).append('\n'));
        SourceFile source = new SourceFile(path, Owner.of(path), text.toString());
        List<TextLine> lines = new ArrayList<>();
        int offset = 0;
        for (PhysicalLine line : physical) {
            String stripped = Whitespace.strip(line.text());
            int start = offset
                    + line.text().length()
                    - Whitespace.stripLeading(line.text()).length();
            Span span = new Span(source, start, start + stripped.length());
            offset += line.text().length() + 1;
            if (line.bytes() >= MAX_LINE) {
                return new TextLines(lines, Optional.of(span));
            }
            if (!stripped.isEmpty() && stripped.charAt(0) != '#') {
                lines.add(new TextLine(stripped, span));
            }
        }
        return new TextLines(lines, Optional.empty());
    }
}
