package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Checks the fleets of the buffers: the changed buffer at once, its whole fleet after a pause. One fleet is checked at
 * a time, and newer text ends the check of an older one.
 */
final class Fleets implements AutoCloseable {
    /** Milliseconds without a change before the whole fleet is checked. */
    private static final long PAUSE = 300;

    private final OpenDocuments documents;
    private final LanguageServerRun.Settings settings;
    private final DiagnosticPublisher publisher;
    private final Worker requests;
    private final Worker checks;
    private final Map<Path, Watched> byRoot = new ConcurrentHashMap<>();

    private record Watched(FleetFolder folder, AtomicLong state, Map<String, Future<?>> waiting) {}

    Fleets(
            OpenDocuments documents,
            LanguageServerRun.Settings settings,
            DiagnosticPublisher publisher,
            Worker requests,
            Consumer<Throwable> failed) {
        this.documents = documents;
        this.settings = settings;
        this.publisher = publisher;
        this.requests = requests;
        this.checks = new Worker("bbc-check", failed);
    }

    /** Returns the fleet of a root. */
    FleetFolder folder(Path root) {
        return watched(root).folder();
    }

    private Watched watched(Path root) {
        return byRoot.computeIfAbsent(
                root,
                r -> new Watched(new FleetFolder(r, settings.waivers()), new AtomicLong(), new ConcurrentHashMap<>()));
    }

    /** Checks a changed buffer now, and its fleet after a pause. */
    void changed(OpenDocument buffer) {
        Path root = buffer.root().orElseThrow();
        requests.run(() -> {
            // Only the newest text is worth an answer.
            Optional<OpenDocument> now = documents.get(buffer.uri()).filter(d -> d.version() == buffer.version());
            now.ifPresent(document -> {
                List<Finding> findings = folder(root).quick(document);
                publisher.buffer(document, findings);
            });
        });
        checkLater(root, folder(root).last().isPresent() ? PAUSE : 0);
    }

    /** Checks the fleets of all buffers after a pause: files on disk have changed. */
    void changedOnDisk() {
        byRoot.keySet().forEach(root -> checkLater(root, PAUSE));
    }

    /** Checks a fleet without a buffer that was closed; without any buffer, it is forgotten. */
    void closed(Path root) {
        Watched watched = watched(root);
        watched.state().incrementAndGet();
        if (documents.of(root).isEmpty()) {
            byRoot.remove(root);
            watched.waiting().values().forEach(waiting -> waiting.cancel(false));
            checks.run(() -> publisher.forget(root));
        } else {
            checkLater(root, 0);
        }
    }

    private void checkLater(Path root, long pause) {
        Watched watched = watched(root);
        long state = watched.state().incrementAndGet();
        Future<?> next = checks.after(pause, () -> {
            if (watched.state().get() == state) {
                check(root, watched, state);
            }
        });
        Future<?> before = watched.waiting().put("check", next);
        if (before != null) {
            before.cancel(false);
        }
    }

    /** Checks all fleets now; the answer has the number of findings, all of which are published. */
    CompletableFuture<Integer> checkNow() {
        CompletableFuture<Integer> checked = checks.answer(() -> {
            int findings = 0;
            for (Map.Entry<Path, Watched> entry : byRoot.entrySet()) {
                long state = entry.getValue().state().incrementAndGet();
                findings += check(entry.getKey(), entry.getValue(), state);
            }
            return findings;
        });
        // The buffers that belong to no fleet are checked by the other thread.
        return checked.thenCompose(findings -> requests.answer(() -> findings));
    }

    private int check(Path root, Watched watched, long state) {
        List<OpenDocument> buffers = documents.of(root);
        try {
            FleetSnapshot snapshot = watched.folder().check(buffers, () -> {
                if (watched.state().get() != state) {
                    throw new CancellationException("newer text");
                }
            });
            publisher.fleet(snapshot, buffers);
            return snapshot.findings().size();
        } catch (CancellationException e) {
            // The newer text has a check of its own.
            return 0;
        }
    }

    @Override
    public void close() {
        checks.close();
    }
}
