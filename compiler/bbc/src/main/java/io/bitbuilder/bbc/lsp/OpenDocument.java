package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.FileKinds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Buffer of the editor.
 *
 * @param uri its name in messages, as the client spells it
 * @param file its absolute path, without links in its folders
 * @param root of the fleet that the file belongs to; empty for a file that is no input of bbc
 * @param path below the root
 * @param version number of its state, from the client
 */
record OpenDocument(String uri, Path file, Optional<Path> root, String path, int version, String text) {
    private static final String PROGRAM = ".bbc";
    private static final String METADATA = "metadata.json";

    /** Makes the first state of a buffer; its folder exists. */
    static OpenDocument of(String uri, Path file, int version, String text) {
        Path folder = file.getParent();
        Optional<Path> root = isInput(file) && folder != null && Files.isDirectory(folder)
                ? Optional.of(FolderReader.base(List.of(folder)))
                : Optional.empty();
        String path = root.map(base -> base.relativize(file).toString()).orElse(file.toString());
        return new OpenDocument(uri, file, root, path, version, text);
    }

    private static boolean isInput(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PROGRAM) || name.equals(METADATA);
    }

    /** Returns the next state. */
    OpenDocument with(int next, String changed) {
        return new OpenDocument(uri, file, root, path, next, changed);
    }

    /** Returns whether it is a program of the language. */
    boolean isProgram() {
        return root.isPresent() && path.endsWith(PROGRAM);
    }

    /** Returns whether systemd reads it. */
    boolean isOfSystemd() {
        return root.isEmpty() && FileKinds.of(path).isPresent();
    }

    /** Returns the buffer as a file of its fleet. */
    RawFile raw() {
        return new RawFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
