package io.bitbuilder.bbc.systemd;

import io.bitbuilder.bbc.fault.InternalFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads sections and directives as systemd's generic parser does (conf-parser.c, systemd.syntax(7)): a line that begins with
 * {@code #} or {@code ;} is a comment even inside a continued one; an odd number of backslashes at the end joins the next
 * line, a blank taking the backslash's place; blanks round lines, keys and values are dropped; the first {@code =} splits.
 * What that parser would warn about is a fault here: the file is ours.
 */
public final class Reader {
    private static final int MAX_LINE = 64 * 1024;

    private final String path;
    private final List<ReadEntry> entries = new ArrayList<>();
    private String section;
    private int block;

    private Reader(String path, boolean sections) {
        this.path = path;
        this.section = sections ? "" : SystemdFile.NO_SECTION;
    }

    /** The directives of a file; {@code sections} is false for files that have none. */
    public static List<ReadEntry> read(String path, String text, boolean sections) {
        Reader reader = new Reader(path, sections);
        reader.lines(text);
        return List.copyOf(reader.entries);
    }

    private void lines(String text) {
        if (!text.endsWith("\n") || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
            throw fault("its lines do not end as they should", 0);
        }
        StringBuilder joined = new StringBuilder();
        int start = 0;
        int number = 0;
        for (String row : text.substring(0, text.length() - 1).split("\n", -1)) {
            number++;
            if (row.length() > MAX_LINE) {
                throw fault("the line is too long", number);
            }
            String stripped = row.stripLeading();
            if (stripped.startsWith("#") || stripped.startsWith(";")) {
                continue;
            }
            start = joined.isEmpty() ? number : start;
            if (isContinued(row)) {
                joined.append(row, 0, row.length() - 1).append(' ');
                continue;
            }
            line(joined.append(row).toString().strip(), start);
            joined.setLength(0);
        }
        if (!joined.isEmpty()) {
            throw fault("the last line is continued", number);
        }
    }

    private static boolean isContinued(String row) {
        int backslashes = 0;
        while (backslashes < row.length() && row.charAt(row.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void line(String line, int number) {
        if (line.isEmpty()) {
            return;
        }
        if (line.startsWith("[")) {
            if (!line.endsWith("]")) {
                throw fault("a section header is not closed", number);
            }
            section = line.substring(1, line.length() - 1);
            block++;
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1 || section.isEmpty()) {
            throw fault("a line is no directive of a section", number);
        }
        String key = line.substring(0, equals).stripTrailing();
        entries.add(new ReadEntry(section, block, key, line.substring(equals + 1).stripLeading(), number));
    }

    private InternalFault fault(String what, int line) {
        return new InternalFault(path + ":" + line + ": " + what);
    }
}
