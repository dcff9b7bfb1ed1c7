package io.bitbuilder.bbc.init;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Writes new files into a folder: all of them, or none if a file is in the way or a write fails. */
public final class StarterWriter {
    /** Files and folders that this run has made, in their order. */
    private final List<Path> made = new ArrayList<>();

    private StarterWriter() {}

    /**
     * Writes files.
     *
     * @param files text by relative path
     * @throws EnvironmentFault if one of them exists, or cannot be written; nothing is left then
     */
    public static void write(SortedMap<String, String> files, Path folder) {
        List<String> present = files.keySet().stream()
                .filter(path -> Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!present.isEmpty()) {
            throw new EnvironmentFault("in the way: " + String.join(", ", present) + "; nothing was written");
        }
        StarterWriter writer = new StarterWriter();
        try {
            for (var file : files.entrySet()) {
                writer.file(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            writer.remove();
            throw EnvironmentFault.of("cannot write to `" + folder + "`", e);
        }
    }

    private void file(Path path, String text) throws IOException {
        folders(path.getParent());
        // Fails if the file appeared meanwhile.
        Files.createFile(path);
        made.add(path);
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    private void folders(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        folders(wanted.toAbsolutePath().getParent());
        Files.createDirectory(wanted);
        made.add(wanted);
    }

    private void remove() {
        for (Path path : made.reversed()) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Somebody else has put a file into the new folder: it stays.
                continue;
            }
        }
    }
}
