package io.bitbuilder.systemd.oracle;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of a run the counts of each oracle: files, directives in them, complaints. */
public final class OracleReport implements TestExecutionListener {
    private static final SortedMap<String, Row> ROWS = new TreeMap<>();

    /**
     * Counts of an oracle so far.
     *
     * @param files number of files passed to it
     * @param directives assignments, or lines where a format has none, in those files
     * @param complaints number of its complaints
     */
    private record Row(long files, long directives, long complaints) {
        Row plus(Row other) {
            return new Row(files + other.files, directives + other.directives, complaints + other.complaints);
        }
    }

    /** Counts a judgement. */
    public static synchronized void add(Oracle oracle, HostTree tree, Judgement judgement) {
        long directives = judgement.files().keySet().stream()
                .mapToLong(file -> directives(tree.bytes(file)))
                .sum();
        ROWS.merge(
                oracle.program(),
                new Row(
                        judgement.files().size(),
                        directives,
                        judgement.complaints().size()),
                Row::plus);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        IO.print(table());
    }

    private static synchronized String table() {
        if (ROWS.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder(line("oracle", "files", "directives", "complaints"));
        ROWS.forEach((program, row) -> table.append(line(program, row.files(), row.directives(), row.complaints())));
        return table.toString();
    }

    private static String line(String program, Object files, Object directives, Object complaints) {
        return String.format(Locale.ROOT, "%-40s %8s %11s %11s%n", program, files, directives, complaints);
    }

    private static long directives(byte[] content) {
        long lines = 0;
        boolean counts = false;
        boolean fresh = true;
        for (byte b : content) {
            if (b == '\n') {
                lines += counts ? 1 : 0;
                counts = false;
                fresh = true;
            } else if (fresh && b != ' ' && b != '\t') {
                counts = b != '#' && b != ';' && b != '[';
                fresh = false;
            }
        }
        return lines + (counts ? 1 : 0);
    }
}
