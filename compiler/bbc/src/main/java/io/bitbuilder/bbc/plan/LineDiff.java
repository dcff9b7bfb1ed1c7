package io.bitbuilder.bbc.plan;

import io.bitbuilder.core.fault.InternalFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Differing lines of two files, as hunks of a unified diff with three lines of context. */
public final class LineDiff {
    private LineDiff() {}

    /** Returns the hunks; empty if no line differs. */
    public static String of(byte[] before, byte[] after) {
        RawText old = new RawText(before);
        RawText now = new RawText(after);
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, old, now);
            formatter.flush();
        } catch (IOException e) {
            throw new InternalFault("a diff in memory failed", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
