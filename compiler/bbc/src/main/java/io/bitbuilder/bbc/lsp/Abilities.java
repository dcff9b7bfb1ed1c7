package io.bitbuilder.bbc.lsp;

import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;

/** Abilities of the server, which it announces to the client. */
final class Abilities {
    private Abilities() {}

    static ServerCapabilities of() {
        ServerCapabilities all = new ServerCapabilities();
        all.setPositionEncoding(PositionEncodingKind.UTF16);
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        all.setTextDocumentSync(sync);
        all.setDocumentFormattingProvider(true);
        all.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.SourceFixAll)));
        all.setHoverProvider(true);
        all.setCompletionProvider(new CompletionOptions(false, List.of(".", "=", " ")));
        all.setDefinitionProvider(true);
        all.setReferencesProvider(true);
        all.setRenameProvider(new RenameOptions(true));
        all.setDocumentSymbolProvider(true);
        all.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(NameColours.LEGEND, true));
        all.setInlayHintProvider(true);
        all.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(EditorWorkspace.CHECK)));
        return all;
    }
}
