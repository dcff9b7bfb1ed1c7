package io.bitbuilder.systemd.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The compiled tree of one host, on disk.
 *
 * @param name example and host, for people
 * @param etc folder that becomes the host's {@code /etc}
 */
public record HostTree(String name, Path etc) {

    /** Paths below {@code etc} of the files that match, sorted, with {@code /} between the names. */
    public List<String> files(Predicate<String> wanted) {
        try (Stream<Path> walk = Files.walk(etc)) {
            return walk.filter(Files::isRegularFile)
                    .map(etc::relativize)
                    .map(Path::toString)
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of one folder with one ending, without those of deeper folders. */
    public List<String> files(String folder, String ending) {
        return files(path ->
                path.startsWith(folder + "/") && path.endsWith(ending) && path.indexOf('/', folder.length() + 1) < 0);
    }

    byte[] bytes(String path) {
        try {
            return Files.readAllBytes(etc.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String path) {
        try {
            return Files.readString(etc.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values of a key in a file of sections and assignments, in the order of the file; continued lines are one. */
    public List<String> values(String path, String key) {
        return text(path)
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
