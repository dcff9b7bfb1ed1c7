package io.bitbuilder.bbc.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Messages about the folder of the editor rather than one buffer. */
final class EditorWorkspace implements WorkspaceService {
    /** Command that checks the fleets of all buffers and returns the number of findings. */
    static final String CHECK = "bbc.check";

    private final Fleets fleets;

    EditorWorkspace(Fleets fleets) {
        this.fleets = fleets;
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        if (!CHECK.equals(params.getCommand())) {
            throw new ResponseErrorException(new ResponseError(
                    ResponseErrorCode.InvalidParams, "unknown command (expected `" + CHECK + "`)", null));
        }
        return fleets.checkNow().thenApply(count -> count);
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // Options come with `initialize`.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        fleets.changedOnDisk();
    }
}
