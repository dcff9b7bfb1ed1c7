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
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Messages about one buffer. */
final class EditorDocuments implements TextDocumentService {
    private final OpenDocuments documents;
    private final Worker requests;
    private final Fleets fleets;
    private final SystemdBuffers systemd;
    private final DiagnosticPublisher publisher;
    private final QuickFixes fixes;
    private final NameRequests names;

    EditorDocuments(
            OpenDocuments documents,
            Worker requests,
            Fleets fleets,
            SystemdBuffers systemd,
            DiagnosticPublisher publisher,
            QuickFixes fixes,
            NameRequests names) {
        this.documents = documents;
        this.requests = requests;
        this.fleets = fleets;
        this.systemd = systemd;
        this.publisher = publisher;
        this.fixes = fixes;
        this.names = names;
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

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return optional(params.getTextDocument(), document -> names.hover(document, params.getPosition()));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return this.<List<CompletionItem>>answer(
                        params.getTextDocument(), List.of(), d -> names.completions(d, params.getPosition()))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return this.<List<? extends Location>>answer(
                        params.getTextDocument(), List.of(), d -> names.definitions(d, params.getPosition()))
                .thenApply(Either::forLeft);
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declarations =
                params.getContext() != null && params.getContext().isIncludeDeclaration();
        return answer(
                params.getTextDocument(),
                List.of(),
                document -> names.references(document, params.getPosition(), declarations));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return optional(
                params.getTextDocument(),
                document -> names.renamed(document, params.getPosition()).map(Either3::forFirst));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return optional(
                params.getTextDocument(),
                document -> names.rename(document, params.getPosition(), params.getNewName()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                params.getTextDocument(),
                List.of(),
                document -> names.symbols(document).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList());
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return answer(params.getTextDocument(), new SemanticTokens(List.of()), names::colours);
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return answer(params.getTextDocument(), List.of(), document -> names.hints(document, params.getRange()));
    }

    private <T> CompletableFuture<T> optional(TextDocumentIdentifier id, Function<OpenDocument, Optional<T>> work) {
        // The protocol's answer to a request without a result is null.
        return requests.answer(() -> documents.get(id.getUri()).flatMap(work)).thenApply(found -> found.orElse(null));
    }

    /** Answers a request about a buffer in its turn; one that is not held has no answer of its own. */
    private <T> CompletableFuture<T> answer(TextDocumentIdentifier id, T none, Function<OpenDocument, T> work) {
        return requests.answer(() -> documents.get(id.getUri()).map(work).orElse(none));
    }
}
