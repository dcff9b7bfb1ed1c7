package io.bitbuilder.bbc.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** The client once it is connected; before that, nobody is there to be told. */
final class ClientLink implements LanguageClient {
    private volatile @Nullable LanguageClient remote;

    void connect(LanguageClient client) {
        remote = client;
    }

    @Override
    public void telemetryEvent(Object object) {
        // bbc sends none.
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        LanguageClient client = remote;
        if (client != null) {
            client.publishDiagnostics(diagnostics);
        }
    }

    @Override
    public void showMessage(MessageParams message) {
        LanguageClient client = remote;
        if (client != null) {
            client.showMessage(message);
        }
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new UnsupportedOperationException("bbc asks nothing");
    }

    @Override
    public void logMessage(MessageParams message) {
        showMessage(message);
    }
}
