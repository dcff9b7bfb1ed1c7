package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.SystemdFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Lists the files below some folders, and reads those of systemd. It follows a symbolic link only to a file of the same
 * name in one of the folders or in the store of Nix, so that a foreign tree cannot show files of the machine.
 */
public final class TreeFiles {
    /** Maximum bytes of one file; systemd's configuration files are far smaller. */
    private static final int MAX_BYTES = 4 << 20;

    private static final int BITS = 07777;

    private static final Set<String> SKIPPED = Set.of(".git", "node_modules");
    private static final Path STORE = Path.of("/nix/store");

    private final Predicate<Path> wanted;
    private final Map<String, RawFile> files = new TreeMap<>();
    private final SortedSet<String> others = new TreeSet<>();
    private final SortedMap<String, String> links = new TreeMap<>();
    private final List<Path> linkPaths = new ArrayList<>();
    private final SortedMap<String, String> unread = new TreeMap<>();
    private final List<Path> folders = new ArrayList<>();

    private TreeFiles(Predicate<Path> wanted) {
        this.wanted = wanted;
    }

    /** Lists the named files, whatever their names, and the contents of the named folders. */
    public static TreeListing read(List<Path> roots) {
        return read(roots, path -> true);
    }

    /**
     * Lists the named files, whatever their names, and the contents of the named folders.
     *
     * @param wanted whether to list a file of a folder, by its absolute path
     */
    public static TreeListing read(List<Path> roots, Predicate<Path> wanted) {
        TreeFiles tree = new TreeFiles(wanted);
        for (Path root : roots) {
            tree.root(root.toAbsolutePath().normalize());
        }
        tree.followLinks();
        return new TreeListing(List.copyOf(tree.files.values()), tree.others, tree.links, tree.unread);
    }

    private void root(Path root) {
        try {
            if (Files.isDirectory(root)) {
                Path folder = root.toRealPath(LinkOption.NOFOLLOW_LINKS);
                folders.add(folder.toRealPath());
                Files.walkFileTree(Files.isSymbolicLink(folder) ? folder.toRealPath() : folder, new Visitor());
            } else if (Files.isRegularFile(root)) {
                add(root, true);
            } else if (Files.isSymbolicLink(root)) {
                addLink(root);
            } else if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                throw new EnvironmentFault("`" + root + "` is neither a file nor a folder");
            } else {
                throw new EnvironmentFault("file or folder not found: `" + root + "`");
            }
        } catch (IOException e) {
            unread.put(root.toString(), reason(e));
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(FilePath.name(folder.toString()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!wanted.test(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                addLink(file);
            } else if (attributes.isRegularFile()) {
                add(file, false);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unread.put(file.toString(), reason(failure));
            return FileVisitResult.CONTINUE;
        }
    }

    /**
     * Reads a file, or lists its name only.
     *
     * @param named true when the command names it, so that it is read wherever it is
     */
    private void add(Path file, boolean named) {
        String path = file.toString();
        if (!named && FileKinds.of(path).isEmpty()) {
            others.add(path);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (!named && !SystemdFiles.isRead(path, bytes)) {
                others.add(path);
            } else if (bytes.length > MAX_BYTES) {
                unread.put(path, "larger than " + (MAX_BYTES >> 20) + " MiB");
            } else {
                files.put(path, new RawFile(path, bytes));
            }
        } catch (IOException e) {
            unread.put(path, reason(e));
        }
    }

    private void addLink(Path link) throws IOException {
        links.put(link.toString(), Files.readSymbolicLink(link).toString());
        linkPaths.add(link);
    }

    /** Reads the targets of links as NixOS and Stow make them; a link to another name is an alias. */
    private void followLinks() {
        for (Path path : linkPaths) {
            String link = path.toString();
            if (FileKinds.of(link).isEmpty() || isEnabling(link) || !Files.isRegularFile(path)) {
                continue;
            }
            try {
                Path target = path.toRealPath();
                boolean near = target.startsWith(STORE) || folders.stream().anyMatch(target::startsWith);
                if (near && target.getFileName().equals(path.getFileName()) && !files.containsKey(target.toString())) {
                    links.remove(link);
                    add(path, false);
                }
            } catch (IOException e) {
                unread.put(link, reason(e));
            }
        }
    }

    /** Returns whether the link starts a unit, {@code a.target.wants/b.service}. */
    private static boolean isEnabling(String link) {
        String folder = FilePath.name(FilePath.folder(link));
        return List.of(".wants", ".requires", ".upholds").stream().anyMatch(folder::endsWith);
    }

    /** Returns the permission bits of a regular file; empty for links, other files, and systems without them. */
    public static OptionalInt mode(String path) {
        try {
            Path file = Path.of(path);
            boolean known = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            return known && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? OptionalInt.of((Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & BITS)
                    : OptionalInt.empty();
        } catch (IOException | InvalidPathException e) {
            // The file vanished meanwhile, or the locale has no characters for its name.
            return OptionalInt.empty();
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "permission denied" : "cannot be read";
    }
}
