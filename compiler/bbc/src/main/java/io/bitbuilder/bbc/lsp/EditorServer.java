package io.bitbuilder.bbc.lsp;

import com.google.gson.JsonObject;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Life of a session: initialize, shutdown, exit. */
final class EditorServer implements LanguageServer, LanguageClientAware, AutoCloseable {
    private final LanguageServerRun.Settings settings;
    private final Worker requests = new Worker("bbc-requests", this::failed);
    private final ClientLink client = new ClientLink();
    private final OpenDocuments documents = new OpenDocuments();
    private final EditorDocuments texts;
    private final EditorWorkspace workspace;
    private final Fleets fleets;
    private final SystemdBuffers systemd;
    private Runnable exit = () -> {};
    private volatile boolean shutdown;

    EditorServer(LanguageServerRun.Settings settings) {
        this.settings = settings;
        FindingDiagnostics diagnostics = new FindingDiagnostics(settings.pages(), documents);
        DiagnosticPublisher publisher = new DiagnosticPublisher(documents, diagnostics, client);
        this.fleets = new Fleets(documents, settings, publisher, requests, this::failed);
        this.systemd = new SystemdBuffers(publisher, settings.release());
        this.texts = new EditorDocuments(
                documents,
                requests,
                fleets,
                systemd,
                publisher,
                new QuickFixes(publisher, diagnostics),
                new NameRequests(documents, fleets, systemd, new Navigation(diagnostics)));
        this.workspace = new EditorWorkspace(fleets);
    }

    @Override
    public void connect(LanguageClient remote) {
        client.connect(remote);
    }

    /** Sets the end of the session. */
    void onExit(Runnable end) {
        exit = end;
    }

    /** Tells the user about a message that was not read. */
    void refused(String reason) {
        client.showMessage(LanguageServerRun.message(MessageType.Error, reason));
    }

    private void failed(Throwable cause) {
        MessageParams message = LanguageServerRun.message(MessageType.Error, Faults.text(cause));
        client.showMessage(message);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        return requests.answer(() -> {
            if (params.getInitializationOptions() instanceof JsonObject options && options.has("systemd")) {
                systemd.release(release(options));
            }
            InitializeResult result = new InitializeResult(Abilities.of());
            result.setServerInfo(new ServerInfo("bbc", settings.version()));
            return result;
        });
    }

    private static int release(JsonObject options) {
        try {
            int release = options.get("systemd").getAsInt();
            if (release >= Catalogue.OLDEST && release <= Catalogue.NEWEST) {
                return release;
            }
        } catch (RuntimeException e) {
            // Reported below like a number out of range.
        }
        throw new ResponseErrorException(new ResponseError(
                ResponseErrorCode.InvalidParams,
                "invalid initialization option `systemd` (expected " + Catalogue.OLDEST + " to " + Catalogue.NEWEST
                        + ")",
                null));
    }

    @Override
    public void initialized(InitializedParams params) {
        // Nothing is registered later.
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // The server sends no traces.
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        shutdown = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        exit.run();
    }

    /** Returns the exit code of the process, as the protocol says. */
    int exitCode() {
        return shutdown ? 0 : 1;
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }

    @Override
    public void close() {
        fleets.close();
        requests.close();
    }
}
