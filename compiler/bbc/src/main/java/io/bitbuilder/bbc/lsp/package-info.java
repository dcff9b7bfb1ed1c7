/**
 * The language server: open buffers of an editor over the files of their fleets, and of systemd.
 *
 * <p>In: messages of the Language Server Protocol. Out: answers and diagnostics.
 * {@link io.bitbuilder.bbc.lsp.LanguageServerRun} is the entry point: {@code MessageFrames} bounds what is read,
 * {@code EditorServer} and {@code EditorDocuments} answer, {@code Fleets} compiles, {@code DiagnosticPublisher}
 * reports. No type of LSP4J leaves this package, and no other command loads one.
 */
@NullMarked
package io.bitbuilder.bbc.lsp;

import org.jspecify.annotations.NullMarked;
