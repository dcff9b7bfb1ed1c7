package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.fault.MovedFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Commits a compiled tree: blobs, trees and one commit in one pack, synced to disk and read back before the ref moves.
 * The ref moves only from the commit that was seen. No work tree is touched.
 */
public final class CommitWriter {
    private final GitRepo repo;
    private final Repository repository;

    private CommitWriter(GitRepo repo) {
        this.repo = repo;
        this.repository = repo.jgit();
        // Only in memory: JGit syncs loose objects, ref locks and reflogs by these (git-config(1) of older Gits).
        repository.getConfig().setBoolean("core", null, "fsyncObjectFiles", true);
        repository.getConfig().setBoolean("core", null, "fsyncRefFiles", true);
    }

    /**
     * Commits the tree and moves the ref to the commit.
     *
     * @throws MovedFault if the ref no longer names the commit that was seen
     */
    public static CommitResult commit(GitRepo repo, OutputRef ref, Tree tree, CommitInfo info) {
        if (GitRepo.inQuarantine() || repo.isOfHook()) {
            throw new EnvironmentFault(
                    "cannot commit from a pre-receive or update hook: Git may still discard the objects");
        }
        try {
            return new CommitWriter(repo).commit(ref, tree, info);
        } catch (MissingObjectException e) {
            throw repo.missing(e);
        } catch (IOException e) {
            throw new EnvironmentFault("cannot write to " + repo.where() + ": " + e.getMessage(), e);
        }
    }

    private CommitResult commit(OutputRef ref, Tree tree, CommitInfo info) throws IOException {
        SortedMap<String, String> folderIds = TreeIds.of(tree);
        String treeId = folderIds.get("");
        Optional<Revision> previous =
                ref.seen().isPresent() ? Optional.of(previous(ref.seen().get())) : Optional.empty();
        if (previous.isPresent() && previous.get().treeId().equals(treeId)) {
            return new CommitResult.Unchanged(previous.get().id(), treeId);
        }
        PersonIdent ident = new PersonIdent(
                info.by().name(),
                info.by().email(),
                info.at().toInstant(),
                info.at().getOffset());
        ObjectId commit = insert(tree, folderIds, previous, ident, info.message());
        WrittenObjects.check(repo, commit, tree);
        return moveRef(ref, commit, treeId, ident);
    }

    private Revision previous(String id) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return GitRepo.revision(walk.parseCommit(ObjectId.fromString(id)));
        }
    }

    private ObjectId insert(
            Tree tree,
            SortedMap<String, String> folderIds,
            Optional<Revision> previous,
            PersonIdent ident,
            String message)
            throws IOException {
        Path objects = repository.getCommonDirectory().toPath().resolve("objects");
        PackFiles packs = PackFiles.of(objects.resolve("pack"));
        ObjectDirectory database = (ObjectDirectory) repository.getObjectDatabase();
        try (ObjectReader reader = repository.newObjectReader();
                PackInserter inserter = database.newPackInserter()) {
            // The objects of the previous commit are already left out; looking up every other object would find none.
            inserter.checkExisting(false);
            inserter.setCompressionLevel(1);
            new TreeInserter(tree, folderIds, reader, inserter)
                    .insert(previous.map(p -> ObjectId.fromString(p.treeId())));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(ObjectId.fromString(folderIds.get("")));
            previous.ifPresent(p -> commit.setParentId(ObjectId.fromString(p.id())));
            commit.setAuthor(ident);
            commit.setCommitter(ident);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            packs.syncNew();
            return id;
        }
    }

    private CommitResult moveRef(OutputRef ref, ObjectId commit, String treeId, PersonIdent ident) throws IOException {
        RefUpdate update = repository.updateRef(ref.name());
        update.setExpectedOldObjectId(ref.seen().map(ObjectId::fromString).orElse(ObjectId.zeroId()));
        update.setNewObjectId(commit);
        update.setRefLogIdent(ident);
        update.setRefLogMessage("bbc: compiled", false);
        RefUpdate.Result result = update.update();
        return switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {
                RefFiles.sync(repository, ref.name());
                yield new CommitResult.Written(commit.name(), treeId);
            }
            case LOCK_FAILURE -> throw new MovedFault(whyLocked(ref));
            case REJECTED, REJECTED_CURRENT_BRANCH, REJECTED_OTHER_REASON ->
                throw new MovedFault(ref.name() + " could not be moved: " + result);
            case REJECTED_MISSING_OBJECT, IO_FAILURE ->
                throw new EnvironmentFault("cannot move " + ref.name() + " in " + repo.where() + ": " + result);
            case RENAMED, NOT_ATTEMPTED -> throw new InternalFault("moving a ref ended in " + result);
        };
    }

    /** JGit reports a moved ref, a lock and a name conflict alike; reading the ref again distinguishes them. */
    private String whyLocked(OutputRef ref) throws IOException {
        Ref now = repository.exactRef(ref.name());
        Optional<String> id = Optional.ofNullable(now).map(Ref::getObjectId).map(ObjectId::name);
        if (!id.equals(ref.seen())) {
            return ref.name() + " was changed concurrently to " + id.orElse("nothing") + "; compile again";
        }
        return RefFiles.lockOf(repository, ref.name())
                .map(lock -> ref.name() + " is locked by " + lock + "; if no Git process is running, delete that file")
                .orElse(ref.name() + " conflicts with the name of another ref");
    }
}
