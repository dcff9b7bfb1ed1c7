package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads raw files of folders. It opens every folder relative to its parent and follows no symbolic link, so that
 * nothing outside the given folders can be read, even if names change concurrently.
 */
public final class FolderReader {
    private static final int BUFFER = 1 << 16;

    private final Limits limits;
    private final Findings findings;
    private final InputBudget budget;
    private final List<RawFile> files = new ArrayList<>();
    private final UnreadNames unread = new UnreadNames();

    private FolderReader(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.budget = new InputBudget(limits, findings::add);
    }

    /** Returns the folder that input paths are relative to; it contains {@code locks/}. */
    public static Path base(List<Path> roots) {
        return RootPaths.of(roots).base();
    }

    /** Returns the top of the work tree that contains {@link #base}; without a repository, the base. */
    public static Path top(List<Path> roots) {
        return RootPaths.of(roots).top();
    }

    /** Returns whether a path below {@link #base} is one of the named files, or in one of the named folders. */
    public static Predicate<String> named(List<Path> roots) {
        RootPaths paths = RootPaths.of(roots);
        List<String> named = paths.named().stream()
                .map(name -> paths.base().relativize(name).toString())
                .toList();
        return path ->
                named.stream().anyMatch(name -> name.isEmpty() || path.equals(name) || path.startsWith(name + "/"));
    }

    /**
     * Returns all input files of the fleet that the named files and folders belong to; without a fleet, those named.
     * Hidden folders are skipped.
     */
    public static List<RawFile> read(List<Path> roots, Limits limits, Findings findings) {
        FolderReader reader = new FolderReader(limits, findings);
        RootPaths paths = RootPaths.of(roots);
        for (Path root : paths.roots()) {
            try {
                reader.readRoot(paths.base(), root);
            } catch (IOException e) {
                throw EnvironmentFault.of("cannot read `" + root + "`", e);
            }
        }
        return Stream.concat(reader.files.stream(), reader.unread.files()).toList();
    }

    private void readRoot(Path base, Path root) throws IOException {
        String prefix = base.relativize(root).toString();
        if (Files.isDirectory(root)) {
            try (SecureDirectoryStream<Path> folder = secure(Files.newDirectoryStream(root))) {
                readFolder(folder, prefix.isEmpty() ? "" : prefix + "/");
            }
        } else {
            try (SecureDirectoryStream<Path> folder = secure(Files.newDirectoryStream(root.resolveSibling("")))) {
                readEntry(folder, root.getFileName(), prefix);
            }
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new EnvironmentFault("this file system does not support opening files relative to an open folder");
    }

    private void readFolder(SecureDirectoryStream<Path> folder, String prefix) throws IOException {
        List<Path> names = new ArrayList<>();
        folder.forEach(entry -> names.add(entry.getFileName()));
        names.sort(Comparator.comparing(Path::toString));
        for (Path name : names) {
            readEntry(folder, name, prefix + name);
        }
    }

    private void readEntry(SecureDirectoryStream<Path> folder, Path name, String path) throws IOException {
        if (!budget.entry(() -> path)) {
            return;
        }
        BasicFileAttributes attributes = folder.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
        if (attributes.isDirectory()) {
            enter(folder, name, path);
        } else if (attributes.isRegularFile()) {
            if (!SourceReader.wants(path) || isTooLargeData(path, attributes.size())) {
                unread.add(path);
            } else if (budget.file(path, attributes.size())) {
                files.add(read(folder, name, path));
            }
        } else if (InputName.isInPlaceOfInput(path)) {
            refuse(path, attributes.isSymbolicLink() ? "is a symbolic link" : "is not a regular file");
        }
    }

    /** Nothing may name such a file, so that it is not read at all. */
    private boolean isTooLargeData(String path, long size) {
        return size > limits.of(Limit.FILE_BYTES) && InputName.of(path) instanceof InputName.Data;
    }

    private void enter(SecureDirectoryStream<Path> folder, Path name, String path) throws IOException {
        if (unread.isHidden(path + "/")) {
            return;
        }
        if (path.chars().filter(c -> c == '/').count() >= limits.of(Limit.PATH_DEPTH)) {
            findings.add(LimitFinding.of(
                    Limit.PATH_DEPTH, limits, place(path), "the folder `" + path + "` is nested too deeply"));
            return;
        }
        try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            readFolder(inner, path + "/");
        }
    }

    private RawFile read(SecureDirectoryStream<Path> folder, Path name, String path) {
        try {
            return new RawFile(path, bytes(folder, name));
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + path + "`", e);
        }
    }

    /** Returns the bytes, at most one more than the limit. */
    private byte[] bytes(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        long max = limits.of(Limit.FILE_BYTES) + 1;
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (SeekableByteChannel channel = folder.newByteChannel(name, options)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(channel.size() + 1, max));
            ByteBuffer buffer = ByteBuffer.allocate(Math.clamp(channel.size() + 1, 1, BUFFER));
            while (bytes.size() < max && channel.read(buffer.clear()) >= 0) {
                bytes.write(buffer.array(), 0, (int) Math.min(buffer.position(), max - bytes.size()));
            }
            return bytes.toByteArray();
        }
    }

    private void refuse(String path, String what) {
        findings.add(Finding.of(Code.NOT_A_REGULAR_FILE, place(path), "`" + path + "` " + what)
                .why("a link or a device can lead outside the reviewed files")
                .fix("replace it by a regular file or folder"));
    }

    private static Span place(String path) {
        return new SourceFile(path, Owner.of(path), "").start();
    }
}
