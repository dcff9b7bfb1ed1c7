package io.bitbuilder.bbc.read;

import io.bitbuilder.bbc.fault.EnvironmentFault;
import io.bitbuilder.bbc.source.RawFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Regular files of any names below some folders, in the order of their paths. Symbolic links are not followed. */
public final class TreeFiles {
    /** Most bytes of one file that are looked at; what systemd reads is far smaller. */
    private static final int MAX_BYTES = 4 << 20;

    private final Path base;
    private final Predicate<String> wanted;
    private final Map<String, RawFile> files = new TreeMap<>();

    private TreeFiles(Path base, Predicate<String> wanted) {
        this.base = base;
        this.wanted = wanted;
    }

    /**
     * The files named, and those below the folders named whose path is wanted.
     *
     * @param base   the folder that paths of the result are relative to
     * @param wanted says of a path, with {@code /} as separator, whether the file is read
     */
    public static List<RawFile> read(Path base, List<Path> roots, Predicate<String> wanted) {
        TreeFiles tree = new TreeFiles(base.toAbsolutePath().normalize(), wanted);
        for (Path root : roots) {
            tree.root(root.toAbsolutePath().normalize());
        }
        return tree.files.values().stream().sorted(Comparator.comparing(RawFile::path)).toList();
    }

    private void root(Path root) {
        try {
            if (Files.isDirectory(root)) {
                Files.walkFileTree(root, new Visitor());
            } else if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                add(root);
            } else {
                throw new EnvironmentFault("there is no file or folder `" + root + "`");
            }
        } catch (IOException e) {
            throw new EnvironmentFault("`" + root + "` cannot be read", e);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && wanted.test(name(file))) {
                add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private String name(Path file) {
        return base.relativize(file).toString();
    }

    private void add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new EnvironmentFault("`" + file + "` is larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            files.put(name(file), new RawFile(name(file), bytes));
        }
    }
}
