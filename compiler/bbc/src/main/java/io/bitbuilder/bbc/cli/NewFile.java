package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.init.StarterWriter;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Text that a command prints, or writes to a file that does not exist yet. */
final class NewFile {
    private NewFile() {}

    /** Writes to the file, or to standard output without one. */
    static void print(Console console, Optional<Path> file, String text) {
        if (file.isEmpty()) {
            console.out().print(text);
            return;
        }
        Path path = console.folder().resolve(file.get());
        Path name = path.getFileName();
        Path folder = path.getParent();
        if (name == null || folder == null || Files.isDirectory(path)) {
            throw new EnvironmentFault("`" + file.get() + "` is a folder; nothing was written");
        }
        StarterWriter.write(new TreeMap<>(Map.of(name.toString(), text)), folder);
        console.err().println("wrote " + file.get());
    }
}
