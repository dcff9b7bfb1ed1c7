package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Changes the displayed paths of files: owners follow from paths below the root of the input, but people and forges
 * want paths relative to their own folder.
 */
public final class Relocation {
    private final UnaryOperator<String> path;
    private final Map<SourceFile, SourceFile> moved = new IdentityHashMap<>();

    private Relocation(UnaryOperator<String> path) {
        this.path = path;
    }

    /**
     * Returns the findings with a prefix before their paths, {@code examples/fleet/}; the empty prefix changes nothing.
     */
    public static List<Finding> below(String prefix, List<Finding> findings) {
        return prefix.isEmpty() ? findings : by(path -> prefix + path, findings);
    }

    /** Returns the findings with mapped paths. */
    public static List<Finding> by(UnaryOperator<String> path, List<Finding> findings) {
        return findings.stream().map(new Relocation(path)::finding).toList();
    }

    private Finding finding(Finding f) {
        List<Fix> fixes = f.fixes().stream()
                .map(fix -> new Fix(
                        fix.text(),
                        fix.edits().stream()
                                .map(e -> new TextEdit(span(e.span()), e.text()))
                                .toList(),
                        fix.certain()))
                .toList();
        return new Finding(
                f.code(),
                f.message(),
                label(f.primary()),
                f.secondary().stream().map(this::label).toList(),
                f.why(),
                fixes,
                f.verdict());
    }

    private Label label(Label label) {
        return new Label(span(label.span()), label.text());
    }

    private Span span(Span span) {
        if (span.file().owner() instanceof Owner.Std) {
            return span;
        }
        SourceFile file =
                moved.computeIfAbsent(span.file(), f -> new SourceFile(path.apply(f.path()), f.owner(), f.text()));
        return new Span(file, span.start(), span.end());
    }
}
