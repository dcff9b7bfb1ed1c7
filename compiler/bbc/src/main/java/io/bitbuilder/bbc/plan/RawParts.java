package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.plan.DirectiveChanges.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parts of a file that {@code raw} wrote: all of a drop-in {@code 60-raw.conf}, the end of a {@code .nspawn} file. */
final class RawParts {
    private static final String MARK = "\n# raw\n";

    private RawParts() {}

    /** Returns the values of each directive; the path is relative to the host's folder. */
    static SortedMap<Place, List<String>> of(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int mark = path.endsWith("/60-raw.conf") ? 0 : path.endsWith(".nspawn") ? text.indexOf(MARK) : -1;
        return mark < 0 || text.isEmpty()
                ? new TreeMap<>()
                : DirectiveChanges.of(path, text.substring(mark).getBytes(StandardCharsets.UTF_8));
    }
}
