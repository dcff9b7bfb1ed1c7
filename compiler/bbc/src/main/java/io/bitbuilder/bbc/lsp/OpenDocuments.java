package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Buffers of the editor by URI; those of other schemes than {@code file} are not held. */
final class OpenDocuments {
    private final Map<String, OpenDocument> byUri = new TreeMap<>();

    /** Opens a buffer; empty if it is not one of a file on disk. */
    synchronized Optional<OpenDocument> open(String uri, int version, String text) {
        Optional<OpenDocument> made = file(uri).map(file -> OpenDocument.of(uri, file, version, bounded(uri, text)));
        made.ifPresent(document -> byUri.put(uri, document));
        return made;
    }

    /** Applies changes in their order; the protocol numbers them. */
    synchronized Optional<OpenDocument> change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
        OpenDocument known = byUri.get(uri);
        if (known == null) {
            return Optional.empty();
        }
        String text = known.text();
        for (TextDocumentContentChangeEvent change : changes) {
            text = bounded(uri, applied(text, change));
        }
        OpenDocument changed = known.with(version, text);
        byUri.put(uri, changed);
        return Optional.of(changed);
    }

    private static String applied(String text, TextDocumentContentChangeEvent change) {
        Range range = change.getRange();
        if (range == null) {
            return change.getText();
        }
        TextPositions positions = new TextPositions(text);
        int start = positions.offset(range.getStart());
        int end = Math.max(start, positions.offset(range.getEnd()));
        return text.substring(0, start) + change.getText() + text.substring(end);
    }

    /** More than any limit allows is not held; the compiler refuses a file far below it. */
    private static String bounded(String uri, String text) {
        if (text.length() > Limit.FILE_BYTES.ceiling()) {
            throw new EnvironmentFault("buffer too large: `" + uri + "` has " + text.length() + " characters");
        }
        return text;
    }

    /** Closes a buffer; returns its last state. */
    synchronized Optional<OpenDocument> close(String uri) {
        return Optional.ofNullable(byUri.remove(uri));
    }

    /** Returns the present state of a buffer. */
    synchronized Optional<OpenDocument> get(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    /** Returns all buffers. */
    synchronized Collection<OpenDocument> all() {
        return List.copyOf(byUri.values());
    }

    /** Returns the buffers of a fleet. */
    List<OpenDocument> of(Path root) {
        return all().stream()
                .filter(document -> document.root().equals(Optional.of(root)))
                .toList();
    }

    /** Returns the path of a URI as the readers of folders name it: without links in its folders. */
    private static Optional<Path> file(String uri) {
        try {
            URI parsed = URI.create(uri);
            if (!"file".equals(parsed.getScheme())) {
                return Optional.empty();
            }
            Path path = Path.of(parsed).toAbsolutePath().normalize();
            if (path.getFileName() == null || path.getParent() == null) {
                return Optional.empty();
            }
            return Optional.of(real(path.getParent()).resolve(path.getFileName()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            // A folder that is not there yet.
            return folder;
        }
    }
}
