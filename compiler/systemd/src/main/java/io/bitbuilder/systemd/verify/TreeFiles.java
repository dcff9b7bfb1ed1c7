package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.RawFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Lists files of any name below some folders. It follows no symbolic link, except one that is named itself. */
public final class TreeFiles {
    /** Maximum bytes of one file; systemd's configuration files are far smaller. */
    private static final int MAX_BYTES = 4 << 20;

    private final Predicate<String> wanted;
    private final Map<String, RawFile> files = new TreeMap<>();
    private final SortedSet<String> others = new TreeSet<>();
    private final SortedMap<String, String> links = new TreeMap<>();

    private TreeFiles(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * Lists the named files, and the contents of the named folders.
     *
     * @param wanted whether to read the file of an absolute path
     */
    public static TreeListing read(List<Path> roots, Predicate<String> wanted) {
        TreeFiles tree = new TreeFiles(wanted);
        for (Path root : roots) {
            tree.root(root.toAbsolutePath().normalize());
        }
        return new TreeListing(List.copyOf(tree.files.values()), tree.others, tree.links);
    }

    private void root(Path root) {
        try {
            if (Files.isDirectory(root)) {
                Files.walkFileTree(root.toRealPath(LinkOption.NOFOLLOW_LINKS), new Visitor());
            } else if (Files.isRegularFile(root)) {
                add(root);
            } else if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                throw new EnvironmentFault("`" + root + "` is neither a file nor a folder");
            } else {
                throw new EnvironmentFault("file or folder not found: `" + root + "`");
            }
        } catch (IOException e) {
            throw new EnvironmentFault("`" + root + "` cannot be read", e);
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                links.put(file.toString(), Files.readSymbolicLink(file).toString());
            } else if (attributes.isRegularFile() && wanted.test(file.toString())) {
                add(file);
            } else if (attributes.isRegularFile()) {
                others.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            throw new EnvironmentFault("`" + file + "` cannot be read", failure);
        }
    }

    private void add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new EnvironmentFault("`" + file + "` is larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            files.put(file.toString(), new RawFile(file.toString(), bytes));
        }
    }
}
