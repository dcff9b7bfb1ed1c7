package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.format.Formatter;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Messages about one buffer. */
final class EditorDocuments implements TextDocumentService {
    private final OpenDocuments documents;
    private final Worker requests;
    private final Fleets fleets;
    private final SystemdBuffers systemd;
    private final DiagnosticPublisher publisher;
    private final QuickFixes fixes;

    EditorDocuments(
            OpenDocuments documents,
            Worker requests,
            Fleets fleets,
            SystemdBuffers systemd,
            DiagnosticPublisher publisher,
            QuickFixes fixes) {
        this.documents = documents;
        this.requests = requests;
        this.fleets = fleets;
        this.systemd = systemd;
        this.publisher = publisher;
        this.fixes = fixes;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        TextDocumentItem item = params.getTextDocument();
        documents.open(item.getUri(), item.getVersion(), item.getText()).ifPresent(this::changed);
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        VersionedTextDocumentIdentifier id = params.getTextDocument();
        documents
                .change(id.getUri(), id.getVersion(), params.getContentChanges())
                .ifPresent(this::changed);
    }

    private void changed(OpenDocument document) {
        if (document.root().isPresent()) {
            fleets.changed(document);
        } else if (document.isOfSystemd()) {
            requests.run(() -> documents
                    .get(document.uri())
                    .filter(now -> now.version() == document.version())
                    .ifPresent(systemd::check));
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        Optional<OpenDocument> closed = documents.close(params.getTextDocument().getUri());
        closed.flatMap(OpenDocument::root).ifPresent(fleets::closed);
        closed.filter(document -> document.root().isEmpty()).ifPresent(document -> publisher.clear(document.uri()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        fleets.changedOnDisk();
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(
                params.getTextDocument(),
                List.of(),
                document -> document.isProgram()
                        ? Formatter.format(
                                        new SourceFile(document.path(), Owner.of(document.path()), document.text()),
                                        fleets.folder(document.root().orElseThrow())
                                                .limits(),
                                        new Findings())
                                .map(text -> QuickFixes.replaced(document.text(), text))
                                .orElse(List.of())
                        : List.of());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer(
                params.getTextDocument(),
                List.of(),
                document -> fixes.of(document, params).stream()
                        .map(Either::<Command, CodeAction>forRight)
                        .toList());
    }

    /** Answers a request about a buffer in its turn; one that is not held has no answer of its own. */
    private <T> CompletableFuture<T> answer(TextDocumentIdentifier id, T none, Function<OpenDocument, T> work) {
        return requests.answer(() -> documents.get(id.getUri()).map(work).orElse(none));
    }
}
