package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Applies the certain fixes of findings to the texts of their files. */
public final class CertainFixes {
    private CertainFixes() {}

    /**
     * Returns the new texts by path. Of fixes whose edits overlap or meet, the first in the order of the findings is
     * applied.
     */
    public static SortedMap<String, String> applied(List<Finding> findings) {
        SortedMap<String, List<TextEdit>> chosen = new TreeMap<>();
        for (Finding finding : findings) {
            finding.fixes().stream()
                    .filter(Fix::certain)
                    .filter(fix -> fix.edits().stream().noneMatch(edit -> meets(edit, chosen)))
                    .findFirst()
                    .ifPresent(fix -> fix.edits()
                            .forEach(edit -> chosen.computeIfAbsent(path(edit), p -> new ArrayList<>())
                                    .add(edit)));
        }
        SortedMap<String, String> texts = new TreeMap<>();
        chosen.forEach((path, edits) -> texts.put(path, edited(edits)));
        return texts;
    }

    private static boolean meets(TextEdit edit, SortedMap<String, List<TextEdit>> chosen) {
        Span span = edit.span();
        return chosen.getOrDefault(path(edit), List.of()).stream()
                .map(TextEdit::span)
                .anyMatch(other -> span.start() <= other.end() && other.start() <= span.end());
    }

    /** Edits from the last to the first leave the offsets of the others valid. */
    private static String edited(List<TextEdit> edits) {
        SourceFile file = edits.getFirst().span().file();
        StringBuilder text = new StringBuilder(file.text());
        edits.stream()
                .sorted(Comparator.comparing(TextEdit::span).reversed())
                .forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.text()));
        return text.toString();
    }

    private static String path(TextEdit edit) {
        return edit.span().file().path();
    }
}
