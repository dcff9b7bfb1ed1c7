package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** Open repository with a supported format. Read-only if a hook opened it. */
public final class GitRepo implements AutoCloseable {
    /** Ends a message about history that is missing. */
    static final String DEEPEN =
            "; fetch the history: `git fetch --unshallow`, in CI `fetch-depth: 0` or `GIT_DEPTH: 0`";

    private static final String QUARANTINE = "GIT_QUARANTINE_PATH";

    private final Repository repository;
    private final boolean ofHook;

    private GitRepo(Repository repository, boolean ofHook) {
        this.repository = repository;
        this.ofHook = ofHook;
    }

    /** Opens the repository that contains a folder or is the folder. The environment variables of Git are ignored. */
    public static GitRepo open(Path folder) {
        IsolatedSystemReader.install();
        return open(
                new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile()), folder, false);
    }

    /** Returns whether a folder is in a repository. */
    public static boolean contains(Path folder) {
        IsolatedSystemReader.install();
        return new FileRepositoryBuilder()
                        .findGitDir(folder.toAbsolutePath().toFile())
                        .getGitDir()
                != null;
    }

    /**
     * Opens the repository that Git runs this hook for: {@code GIT_DIR}, {@code GIT_INDEX_FILE},
     * {@code GIT_OBJECT_DIRECTORY} and so on apply, so that the objects of a push in quarantine can be read
     * (githooks(5), git-receive-pack(1)).
     */
    public static GitRepo openFromHook(Path folder) {
        IsolatedSystemReader.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().readEnvironment();
        if (builder.getGitDir() == null) {
            builder.findGitDir(folder.toAbsolutePath().toFile());
        } else {
            // JGit finds no work tree beside a relative path, which `git --git-dir=.git commit` gives to its hooks.
            Path gitDir = folder.toAbsolutePath().resolve(builder.getGitDir().toPath());
            builder.setGitDir(gitDir.normalize().toFile());
        }
        return open(builder, folder, true);
    }

    /** Opens a repository for reading: with the pushed objects if a hook judges a push, else as {@link #open}. */
    public static GitRepo openForReading(Path folder) {
        return inQuarantine() ? openFromHook(folder) : open(folder);
    }

    private static GitRepo open(FileRepositoryBuilder builder, Path folder, boolean ofHook) {
        if (builder.getGitDir() == null) {
            throw new EnvironmentFault("`" + folder.toAbsolutePath().normalize() + "` is not in a Git repository");
        }
        try {
            Repository repository = builder.setMustExist(true).build();
            try {
                Path gitDir = builder.getGitDir().toPath();
                RepositoryFormat.check(repository.getConfig(), gitDir);
                RepositoryFormat.refuseAlternates(
                        repository.getCommonDirectory().toPath().resolve("objects"), gitDir);
                return new GitRepo(repository, ofHook);
            } catch (EnvironmentFault e) {
                repository.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EnvironmentFault(
                    "cannot open the Git repository " + builder.getGitDir() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the commit that a revision currently names; refuses ambiguous names and searches. */
    public Revision resolve(String name) {
        return find(name)
                .orElseThrow(() -> new EnvironmentFault("unknown revision '" + name + "' in " + where()
                        + (isShallow() ? ", a shallow clone" + DEEPEN : "")));
    }

    /** Returns the commit that a revision currently names; empty if there is none. Refuses as {@link #resolve}. */
    public Optional<Revision> find(String name) {
        RevisionNames.refuseOdd(name);
        try (RevWalk walk = new RevWalk(repository)) {
            RevisionNames.refuseAmbiguous(repository, name);
            ObjectId id = repository.resolve(name + "^{commit}");
            return id == null ? Optional.empty() : Optional.of(revision(walk.parseCommit(id)));
        } catch (AmbiguousObjectException e) {
            throw new EnvironmentFault("ambiguous revision '" + name + "' in " + where() + "; write more digits", e);
        } catch (IncorrectObjectTypeException | RevisionSyntaxException e) {
            throw new EnvironmentFault("revision '" + name + "' is not a commit in " + where(), e);
        } catch (MissingObjectException e) {
            throw missing(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the last common commit of two; of several, any, but always the same one. */
    public Revision mergeBase(Revision one, Revision other) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one.id())));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other.id())));
            RevCommit base = walk.next();
            if (base == null) {
                throw new EnvironmentFault("no common history of " + one.shortId() + " and " + other.shortId() + " in "
                        + where() + (isShallow() ? DEEPEN : ""));
            }
            return revision(walk.parseCommit(base));
        } catch (MissingObjectException e) {
            throw missing(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns whether the history is cut off (gitrepository-layout(5), {@code shallow}). */
    boolean isShallow() {
        return Files.exists(repository.getCommonDirectory().toPath().resolve("shallow"));
    }

    /** Returns the work tree's folder; empty for a bare repository. */
    public Optional<Path> workTree() {
        return repository.isBare()
                ? Optional.empty()
                : Optional.of(repository.getWorkTree().toPath());
    }

    /** Returns the folder that Git runs the hooks of this repository from. */
    public Path hooks() {
        return HooksFolder.of(this);
    }

    /** Returns whether Git quarantines pushed objects until hooks have accepted them; then nothing may be written. */
    public static boolean inQuarantine() {
        IsolatedSystemReader.install();
        return SystemReader.getInstance().getenv(QUARANTINE) != null;
    }

    boolean isOfHook() {
        return ofHook;
    }

    Repository jgit() {
        return repository;
    }

    /** Opens a separate handle on the same repository, with empty caches. */
    Repository fresh() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(repository.getDirectory())
                .setMustExist(true)
                .build();
    }

    static Revision revision(RevCommit commit) {
        OffsetDateTime at = commit.getCommitterIdent()
                .getWhenAsInstant()
                .atOffset(ZoneOffset.ofTotalSeconds(
                        commit.getCommitterIdent().getZoneOffset().getTotalSeconds()));
        return new Revision(commit.name(), commit.getTree().name(), at);
    }

    EnvironmentFault missing(MissingObjectException e) {
        return new EnvironmentFault(
                "missing object in " + where() + " (" + e.getObjectId().name()
                        + "): if this is a shallow or partial clone, fetch the rest and try again",
                e);
    }

    EnvironmentFault unreadable(IOException e) {
        return new EnvironmentFault("cannot read " + where() + ": " + e.getMessage(), e);
    }

    String where() {
        File folder = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
        return folder.toString();
    }

    @Override
    public void close() {
        repository.close();
    }
}
