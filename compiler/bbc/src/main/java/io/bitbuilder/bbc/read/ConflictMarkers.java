package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds conflicts that Git left in a file (git-merge(1)); it would otherwise be read as many other mistakes. */
final class ConflictMarkers {
    private static final String OURS = "<<<<<<<";
    private static final String MIDDLE = "=======";
    private static final String THEIRS = ">>>>>>>";

    private ConflictMarkers() {}

    /** Returns one finding for each conflict. */
    static List<Finding> in(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        String text = file.text();
        int ours = find(text, OURS, 0);
        while (ours >= 0) {
            int middle = find(text, MIDDLE, ours);
            int theirs = middle < 0 ? -1 : find(text, THEIRS, middle);
            if (theirs < 0) {
                break;
            }
            findings.add(Finding.of(Code.MERGE_CONFLICT, line(file, ours), "merge conflict in the file")
                    .also(line(file, middle), "the other version")
                    .also(line(file, theirs), "end of the conflict")
                    .why("Git could not merge two versions of these lines and left both")
                    .fix(
                            file.path().endsWith(".lock")
                                    ? "merge by claims: `bbc hook install --merge-driver`, `git checkout --merge "
                                            + file.path() + "`, then `git add " + file.path() + "`"
                                    : "keep the right lines, delete the markers, and `git add " + file.path() + "`"));
            ours = find(text, OURS, theirs);
        }
        return findings;
    }

    /** Returns the start of the first line from an offset that begins with a marker; -1 if there is none. */
    private static int find(String text, String marker, int from) {
        if (from == 0 && text.startsWith(marker)) {
            return 0;
        }
        int feed = text.indexOf("\n" + marker, Math.max(from - 1, 0));
        return feed < 0 ? -1 : feed + 1;
    }

    private static Span line(SourceFile file, int start) {
        int end = file.text().indexOf('\n', start);
        return new Span(file, start, end < 0 ? file.text().length() : end);
    }
}
