package io.bitbuilder.bbc.init;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Writes new files into a folder: all of them, or none if a file or a link is in the way or a write fails. */
public final class StarterWriter {
    /** Files and folders that this run has made, in their order. */
    private final List<Path> made = new ArrayList<>();

    private StarterWriter() {}

    /**
     * Writes files.
     *
     * @param files text by relative path
     * @throws EnvironmentFault if one of them exists, would be written through a symbolic link below the folder, or
     *     cannot be written; nothing is left then
     */
    public static void write(SortedMap<String, String> files, Path folder) {
        List<String> present = files.keySet().stream()
                .flatMap(path -> inTheWay(Path.of(path), folder).stream())
                .distinct()
                .toList();
        if (!present.isEmpty()) {
            throw new EnvironmentFault("in the way: " + String.join(", ", present) + "; nothing was written");
        }
        StarterWriter writer = new StarterWriter();
        boolean complete = false;
        try {
            for (var file : files.entrySet()) {
                writer.file(folder.resolve(file.getKey()), file.getValue());
            }
            complete = true;
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot write to `" + folder + "`", e);
        } finally {
            if (!complete) {
                writer.remove();
            }
        }
    }

    /** Returns the file if it exists, or a symbolic link among its parents: its target may be another folder. */
    private static Optional<String> inTheWay(Path file, Path folder) {
        for (int names = 1; names < file.getNameCount(); names++) {
            Path parent = file.subpath(0, names);
            if (Files.isSymbolicLink(folder.resolve(parent))) {
                return Optional.of(parent.toString());
            }
        }
        return Optional.of(file)
                .filter(path -> Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .map(Path::toString);
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
