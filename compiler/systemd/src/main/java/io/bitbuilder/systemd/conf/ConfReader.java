package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.value.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads sections and assignments exactly as systemd's generic parser does (conf-parser.c, systemd.syntax(7)): a line
 * whose first character is {@code #} or {@code ;} is a comment, even inside a continued one; an odd number of
 * backslashes at the end joins the next line, and a blank replaces the backslash; the first {@code =} splits; blanks
 * around lines, keys and values are removed. Syntax errors are values of the result.
 */
public final class ConfReader {
    /** Maximum bytes of a line, and of all parts of a continued line (LONG_LINE_MAX of fileio.h). */
    public static final int MAX_LINE = 1 << 20;

    private static final char MARK = '\uFEFF';

    private final Dialect dialect;
    private final SourceFile source;
    private final List<PhysicalLine> lines;
    private final List<SectionHeader> headers = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<ConfSyntaxError> syntaxErrors = new ArrayList<>();
    private Optional<SectionHeader> section;
    private boolean sectionIgnored;
    private boolean stopped;
    private int headersSeen;

    /** The lines joined so far, when the one before ended with a backslash. */
    private final StringBuilder joined = new StringBuilder();

    private int joinedBytes;
    private boolean valid = true;
    private boolean joins;

    private ConfReader(String path, Dialect dialect, List<PhysicalLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        this.source = new SourceFile(path, Owner.of(path), text.toString());
        this.dialect = dialect;
        this.lines = lines;
        this.section = dialect.hasSections()
                ? Optional.empty()
                : Optional.of(new SectionHeader(SectionHeader.NONE, 0, source.start()));
    }

    /** Reads the bytes of a file; the path is used in messages only. */
    public static ConfFile read(String path, byte[] bytes, Dialect dialect) {
        ConfReader reader = new ConfReader(path, dialect, LineSplitter.of(bytes));
        reader.read();
        return new ConfFile(reader.source, reader.headers, reader.assignments, reader.syntaxErrors, reader.stopped);
    }

    private void read() {
        boolean marked = false;
        int offset = 0;
        for (PhysicalLine line : lines) {
            Span span = new Span(source, offset, offset + line.text().length());
            offset += line.text().length() + 1;
            if (line.bytes() >= MAX_LINE) {
                stop(span, "the line exceeds 1 MiB");
                return;
            }
            if (isComment(line.text())) {
                continue;
            }
            String text = line.text();
            if (!marked && !text.isEmpty() && text.charAt(0) == MARK) {
                text = text.substring(1);
                marked = true;
            }
            if (joins && joinedBytes + line.bytes() > MAX_LINE) {
                stop(span, "the continued line exceeds 1 MiB");
                return;
            }
            joined.append(text);
            joinedBytes += line.bytes();
            valid &= line.valid();
            joins = isContinued(joined);
            if (joins) {
                joined.setCharAt(joined.length() - 1, ' ');
            } else if (!logical(span)) {
                return;
            }
        }
        if (joins) {
            // systemd counts one line more when the file ends inside a continued line.
            logical(new Span(source, offset, offset));
        }
    }

    private static boolean isComment(String line) {
        String stripped = Whitespace.stripLeading(line);
        return stripped.startsWith("#") || stripped.startsWith(";");
    }

    private static boolean isContinued(CharSequence text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** Reads the line that is complete now; false when systemd reads no further. */
    private boolean logical(Span span) {
        String line = Whitespace.strip(joined.toString());
        if (!line.isEmpty()) {
            logical(line, valid, span);
        }
        joined.setLength(0);
        joinedBytes = 0;
        valid = true;
        return !stopped;
    }

    private void logical(String line, boolean isText, Span span) {
        if (!isText) {
            stop(span, "the line is not valid UTF-8");
        } else if (line.startsWith("[")) {
            header(line, span);
        } else if (dialect.hasSections() && section.isEmpty()) {
            if (!sectionIgnored) {
                syntaxErrors.add(
                        new ConfSyntaxError.OutsideSection(line.indexOf('=') >= 0, trimmed(span, span.text())));
            }
        } else {
            assignment(line, span);
        }
    }

    private void header(String line, Span span) {
        if (!line.endsWith("]")) {
            Span place = trimmed(span, span.text());
            boolean open = place.text().startsWith("[") && line.indexOf(']') < 0;
            stop(
                    open
                            ? new ConfSyntaxError.OpenHeader(place)
                            : new ConfSyntaxError.Malformed(Effect.FILE_IGNORED, "invalid section header", place));
            return;
        }
        String name = line.length() < 2 ? "" : line.substring(1, line.length() - 1);
        if (!isSafe(name)) {
            stop(span, "invalid character in the section name");
            return;
        }
        sectionIgnored = dialect.hasSections() && !dialect.known().contains(name);
        SectionHeader header = new SectionHeader(name, headersSeen++, span);
        section = sectionIgnored ? Optional.empty() : Optional.of(header);
        if (!sectionIgnored) {
            headers.add(header);
        } else if (!dialect.isSilent(name)) {
            syntaxErrors.add(new ConfSyntaxError.UnknownSection(name, span));
        }
    }

    /** Returns whether the name is not empty and has no control characters, quotes, backslashes or glob characters. */
    private static boolean isSafe(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c < ' ' || c == 0x7f || "\\\"'*?[".indexOf(c) >= 0);
    }

    private void assignment(String line, Span span) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            slip(span, "missing '='");
        } else if (equals == 0) {
            slip(span, "missing key before '='");
        } else {
            String key = Whitespace.strip(line.substring(0, equals));
            String value = Whitespace.strip(line.substring(equals + 1));
            assignments.add(new Assignment(section.orElseThrow(), key, value, find(span, key), find(span, value)));
        }
    }

    /** Returns the place of a string in that line; the line itself when it was joined from several. */
    private static Span find(Span line, String text) {
        String content = line.text();
        int at = text.isEmpty() ? -1 : content.lastIndexOf(text);
        return at < 0
                ? trimmed(line, content)
                : new Span(line.file(), line.start() + at, line.start() + at + text.length());
    }

    private static Span trimmed(Span line, String content) {
        int lead = content.length() - Whitespace.stripLeading(content).length();
        return new Span(
                line.file(),
                line.start() + lead,
                Math.max(
                        line.start() + lead,
                        line.start() + lead + Whitespace.strip(content).length()));
    }

    private void slip(Span span, String reason) {
        syntaxErrors.add(new ConfSyntaxError.Malformed(Effect.LINE_IGNORED, reason, trimmed(span, span.text())));
    }

    private void stop(Span span, String reason) {
        stop(new ConfSyntaxError.Malformed(Effect.FILE_IGNORED, reason, trimmed(span, span.text())));
    }

    private void stop(ConfSyntaxError error) {
        syntaxErrors.add(error);
        stopped = true;
    }
}
