package io.bitbuilder.bbc.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps of {@link FolderWriter} on folders: create, fill, sync, delete. Symbolic links are not followed. */
final class Folders {
    /** Number of files from which one sync of the file system is faster than one of each file. */
    private static final int MANY_FILES = 200;

    private static final int RANDOM_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Folders() {}

    /** Creates a folder next to a target, accessible to the owner only until it is filled. */
    static Path createStaging(Path target) throws IOException {
        while (true) {
            byte[] random = new byte[RANDOM_BYTES];
            RANDOM.nextBytes(random);
            Path staged = target.resolveSibling(
                    target.getFileName() + ".bbc-" + HexFormat.of().formatHex(random));
            try {
                return Files.createDirectory(
                        staged, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    /** Returns whether {@link #createStaging} created a folder of that name for the target. */
    static boolean isStagingName(Path target, Path path) {
        String prefix = target.getFileName() + ".bbc-";
        String name = path.getFileName().toString();
        return name.startsWith(prefix)
                && name.length() == prefix.length() + 2 * RANDOM_BYTES
                && name.substring(prefix.length()).chars().allMatch(HexFormat::isHexDigit)
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes all files, fleet.json last, with modes 0644 and 0755 whatever the umask. */
    static void writeFiles(Path folder, Tree tree) throws IOException {
        Path made = folder;
        List<TreeFile> last = new ArrayList<>();
        for (TreeFile file : tree.files()) {
            if (file.path().equals("fleet.json")) {
                last.add(file);
                continue;
            }
            Path path = folder.resolve(file.path());
            if (!path.getParent().equals(made)) {
                made = path.getParent();
                createFolders(folder, made);
            }
            writeFile(path, file.bytes());
        }
        for (TreeFile file : last) {
            writeFile(folder.resolve(file.path()), file.bytes());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Syncs the files and folders of a tree to disk. */
    static void sync(Path folder, Tree tree) throws IOException {
        if (tree.files().size() >= MANY_FILES && LinuxCalls.syncFileSystem(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                sync(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                sync(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Syncs one file, or the names in one folder, to disk: fsync(2). */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a folder recursively, if it exists. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void createFolders(Path top, Path folder) throws IOException {
        if (folder.equals(top) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        createFolders(top, folder.getParent());
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void writeFile(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
