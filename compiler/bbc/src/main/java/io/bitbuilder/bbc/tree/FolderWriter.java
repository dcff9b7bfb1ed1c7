package io.bitbuilder.bbc.tree;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.MovedFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Replaces the contents of a folder by a tree atomically: the tree is staged next to it ({@code <name>.bbc-<random>}),
 * synced to disk and swapped in by one rename. Readers see all old or all new files, whenever the writer is killed.
 * Only if the file system cannot exchange two names is the folder briefly absent, kept as {@code <name>.bbc-old}, and
 * restored by the next run if this one was killed at that moment. A hidden lock file, {@code .<name>.bbc-lock}, is
 * beside it meanwhile.
 */
public final class FolderWriter {
    /** Result of writing a folder. */
    public enum Outcome {
        /** The folder was absent or empty. */
        CREATED,
        /** The folder contained a different tree. */
        REPLACED,
        /** The folder contained the same tree and is unchanged. */
        UNCHANGED
    }

    /** Steps at which tests can stop a writer. */
    enum Step {
        STAGED,
        SYNCED,
        OLD_MOVED_AWAY,
        SWAPPED,
        OLD_DELETED
    }

    private final Tree tree;
    private final Path target;
    private final Path parent;
    private final boolean canExchange;
    private final Consumer<Step> reached;

    private FolderWriter(Tree tree, Path target, boolean canExchange, Consumer<Step> reached) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (absolute.getFileName() == null || absolute.getParent() == null) {
            throw new EnvironmentFault(target + " cannot be replaced");
        }
        this.tree = tree;
        this.parent = Files.createDirectories(absolute.getParent()).toRealPath();
        this.target = parent.resolve(absolute.getFileName());
        this.canExchange = canExchange;
        this.reached = reached;
    }

    /**
     * Writes the tree to the folder.
     *
     * @throws EnvironmentFault if the folder cannot be replaced
     * @throws MovedFault if another process is writing it
     */
    public static Outcome write(Tree tree, Path target) {
        return write(tree, target, true, step -> {});
    }

    static Outcome write(Tree tree, Path target, boolean canExchange, Consumer<Step> reached) {
        try {
            return new FolderWriter(tree, target, canExchange, reached).writeLocked();
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot write " + target, e);
        }
    }

    private Outcome writeLocked() throws IOException {
        if (Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_WRITE) && !isSticky(parent)) {
            throw new EnvironmentFault(parent + " is writable by all users, so nothing in it can be replaced safely");
        }
        WriterLock lock = WriterLock.of(parent.resolve("." + target.getFileName() + ".bbc-lock"))
                .orElseThrow(this::busy);
        try {
            return replace();
        } finally {
            lock.close();
        }
    }

    private MovedFault busy() {
        return new MovedFault("another bbc process is writing " + target);
    }

    private Outcome replace() throws IOException {
        recover();
        boolean filled = Files.exists(target, LinkOption.NOFOLLOW_LINKS) && isOurs();
        if (filled && FolderTree.holdsExactly(target, tree)) {
            return Outcome.UNCHANGED;
        }
        Path staged = stage();
        try {
            if (filled) {
                exchange(staged);
            } else {
                // rename(2) accepts an absent or an empty target.
                Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
                reached.accept(Step.SWAPPED);
                Folders.sync(parent);
            }
            return filled ? Outcome.REPLACED : Outcome.CREATED;
        } catch (IOException e) {
            Folders.delete(staged);
            throw e;
        }
    }

    /** Restores the folder that a killed writer moved away and deletes its staged files. Runs under the lock. */
    private void recover() throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) && Files.exists(moved(), LinkOption.NOFOLLOW_LINKS)) {
            Files.move(moved(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.delete(moved());
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(parent)) {
            for (Path path : beside) {
                if (Folders.isStagingName(target, path)) {
                    Folders.delete(path);
                }
            }
        }
    }

    /** Returns whether the target contains a tree that bbc wrote rather than nothing; refuses anything else. */
    private boolean isOurs() throws IOException {
        if (Files.isSymbolicLink(target)) {
            throw new EnvironmentFault(target + " is a symbolic link; name its target instead");
        }
        if (!Files.isDirectory(target)) {
            throw new EnvironmentFault(target + " is not a folder");
        }
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(target)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        if (names.isEmpty()) {
            return false;
        }
        if (!Files.isRegularFile(target.resolve("fleet.json"), LinkOption.NOFOLLOW_LINKS)) {
            throw new EnvironmentFault(
                    target + " is not empty and has no fleet.json: bbc replaces only trees that it wrote");
        }
        names.removeAll(Tree.TOP);
        if (!names.isEmpty()) {
            throw new EnvironmentFault(target + " also contains '"
                    + names.iterator().next() + "', which bbc did not write and would delete");
        }
        return true;
    }

    private Path stage() throws IOException {
        Path staged = Folders.createStaging(target);
        try {
            Folders.writeFiles(staged, tree);
            reached.accept(Step.STAGED);
            Folders.sync(staged, tree);
            reached.accept(Step.SYNCED);
            return staged;
        } catch (IOException e) {
            Folders.delete(staged);
            throw e;
        }
    }

    private void exchange(Path staged) throws IOException {
        Path old = staged;
        if (!canExchange || !LinuxCalls.exchange(staged, target)) {
            old = moved();
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
            reached.accept(Step.OLD_MOVED_AWAY);
            try {
                Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
        }
        reached.accept(Step.SWAPPED);
        Folders.sync(parent);
        Folders.delete(old);
        reached.accept(Step.OLD_DELETED);
    }

    private Path moved() {
        return parent.resolve(target.getFileName() + ".bbc-old");
    }

    private static boolean isSticky(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:mode") instanceof Integer mode && (mode & 01000) != 0;
    }
}
