package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Selection;
import io.bitbuilder.core.source.Limit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the client the findings of files, and which files have none any more; remembers them for quick fixes. */
final class DiagnosticPublisher {
    private final OpenDocuments documents;
    private final FindingDiagnostics diagnostics;
    private final LanguageClient client;
    private final Map<String, Published> byUri = new TreeMap<>();
    private final Map<Path, Set<String>> ofFleets = new TreeMap<>();

    /**
     * Published findings of a file.
     *
     * @param root folder that the paths of their places are relative to; empty if those are absolute
     */
    record Published(Optional<Path> root, int version, List<Finding> findings) {}

    DiagnosticPublisher(OpenDocuments documents, FindingDiagnostics diagnostics, LanguageClient client) {
        this.documents = documents;
        this.diagnostics = diagnostics;
        this.client = client;
    }

    /** Publishes the findings of a buffer, unless it has newer text. */
    synchronized void buffer(OpenDocument buffer, List<Finding> findings) {
        if (documents
                .get(buffer.uri())
                .filter(now -> now.version() == buffer.version())
                .isPresent()) {
            publish(buffer.uri(), new Published(buffer.root(), buffer.version(), findings), true);
        }
    }

    /** Publishes the findings of a fleet, those of files that are not open too. */
    synchronized void fleet(FleetSnapshot snapshot, List<OpenDocument> buffers) {
        Map<String, OpenDocument> open = new TreeMap<>();
        buffers.forEach(buffer -> open.put(buffer.path(), buffer));
        Map<String, List<Finding>> byPath = new TreeMap<>();
        open.keySet().forEach(path -> byPath.put(path, new ArrayList<>()));
        Selection.of(snapshot.findings(), snapshot.limits().of(Limit.DIAGNOSTICS_KEPT))
                .shown()
                .forEach(f -> byPath.computeIfAbsent(f.primary().span().file().path(), p -> new ArrayList<>())
                        .add(f));
        Set<String> now = new HashSet<>();
        byPath.forEach((path, findings) -> {
            OpenDocument buffer = open.get(path);
            if (buffer != null) {
                now.add(buffer.uri());
                buffer(buffer, findings);
            } else {
                String uri = FindingDiagnostics.uri(snapshot.root().resolve(path));
                now.add(uri);
                publish(uri, new Published(Optional.of(snapshot.root()), 0, findings), false);
            }
        });
        Set<String> before = ofFleets.put(snapshot.root(), now);
        if (before != null) {
            before.stream().filter(uri -> !now.contains(uri)).forEach(this::clear);
        }
    }

    /** Takes back the findings of a fleet. */
    synchronized void forget(Path root) {
        Set<String> known = ofFleets.remove(root);
        if (known != null) {
            known.forEach(this::clear);
        }
    }

    /** Takes back the findings of a file. */
    synchronized void clear(String uri) {
        Published known = byUri.remove(uri);
        if (known != null && !known.findings().isEmpty()) {
            client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
        }
    }

    private void publish(String uri, Published published, boolean open) {
        Published before = byUri.put(uri, published);
        if (published.equals(before)) {
            return;
        }
        PublishDiagnosticsParams params = new PublishDiagnosticsParams(
                uri,
                published.findings().stream()
                        .map(f -> diagnostics.of(f, published.root()))
                        .toList());
        if (open) {
            params.setVersion(published.version());
        }
        client.publishDiagnostics(params);
    }

    /** Returns the published findings of a file. */
    synchronized Optional<Published> of(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }
}
