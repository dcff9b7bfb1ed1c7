package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.read.FleetRoot;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.RecursiveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * State of a branch after a change is merged: the head itself if it contains the base, else their merge, made in
 * memory. Two changes can each be valid and still conflict once merged, so a gate judges this state and never the head
 * alone. A merge with an undetermined result is reported: a conflict, no common history, or attributes that control
 * merging.
 */
public final class MergeCandidate implements AutoCloseable {
    private static final int SHOWN_DIGITS = 12;
    private static final int MAX_ATTRIBUTES_BYTES = 1 << 20;

    private final GitRepo repo;
    private final ObjectReader reader;
    private final ObjectId tree;
    private final List<Finding> findings;

    private MergeCandidate(GitRepo repo, ObjectReader reader, ObjectId tree, List<Finding> findings) {
        this.repo = repo;
        this.reader = reader;
        this.tree = tree;
        this.findings = List.copyOf(findings);
    }

    /** Returns the head if it contains the base, else both merged. */
    public static MergeCandidate of(GitRepo repo, Revision base, Revision head) {
        try (RevWalk walk = new RevWalk(repo.jgit())) {
            RevCommit ours = walk.parseCommit(ObjectId.fromString(base.id()));
            RevCommit theirs = walk.parseCommit(ObjectId.fromString(head.id()));
            if (walk.isMergedInto(ours, theirs)) {
                return new MergeCandidate(repo, repo.jgit().newObjectReader(), theirs.getTree(), List.of());
            }
            return merge(repo, walk, ours, theirs);
        } catch (MissingObjectException e) {
            throw repo.missing(e);
        } catch (IOException e) {
            throw repo.unreadable(e);
        }
    }

    private static MergeCandidate merge(GitRepo repo, RevWalk walk, RevCommit base, RevCommit head) throws IOException {
        MemoryInserter inserter = new MemoryInserter(repo.jgit());
        ObjectReader reader = inserter.newReader();
        if (!haveCommonHistory(walk, base, head)) {
            if (repo.isShallow()) {
                throw new EnvironmentFault(
                        "no common history of " + base.abbreviate(SHOWN_DIGITS).name() + " and "
                                + head.abbreviate(SHOWN_DIGITS).name() + " in the shallow clone " + repo.where()
                                + GitRepo.DEEPEN);
            }
            return failed(repo, reader, head, List.of(finding(".", "the two commits have no common history")));
        }
        List<Finding> steering = new ArrayList<>(steering(reader, base));
        steering.addAll(steering(reader, head));
        if (!steering.isEmpty()) {
            return failed(repo, reader, head, steering);
        }
        RecursiveMerger merger = (RecursiveMerger) MergeStrategy.RECURSIVE.newMerger(repo.jgit(), true);
        merger.setObjectInserter(inserter);
        if (!merger.merge(base, head)) {
            List<Finding> conflicts = new ArrayList<>();
            for (String path : merger.getUnmergedPaths()) {
                conflicts.add(finding(path, "`" + path + "` has a merge conflict: " + cause(reader, path, base, head)));
            }
            return failed(
                    repo,
                    reader,
                    head,
                    conflicts.isEmpty() ? List.of(finding(".", "the two commits cannot be merged")) : conflicts);
        }
        return new MergeCandidate(repo, reader, merger.getResultTreeId(), List.of());
    }

    private static String cause(ObjectReader reader, String path, RevCommit base, RevCommit head) throws IOException {
        try (TreeWalk ours = TreeWalk.forPath(reader, path, base.getTree());
                TreeWalk theirs = TreeWalk.forPath(reader, path, head.getTree())) {
            // JGit follows no renames; `git merge` on the side of the change does.
            return ours != null && theirs != null
                    ? "both sides changed it"
                    : "one side changed it, the other renamed or deleted it";
        }
    }

    private static MergeCandidate failed(GitRepo repo, ObjectReader reader, RevCommit head, List<Finding> findings) {
        return new MergeCandidate(repo, reader, head.getTree(), findings);
    }

    private static boolean haveCommonHistory(RevWalk walk, RevCommit base, RevCommit head) throws IOException {
        walk.reset();
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(walk.parseCommit(base));
        walk.markStart(walk.parseCommit(head));
        return walk.next() != null;
    }

    /** Reports attribute files that could make a conflict look like a clean merge. */
    private static List<Finding> steering(ObjectReader reader, RevCommit commit) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(commit.getTree());
            while (walk.next()) {
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                } else if (walk.getNameString().equals(Constants.DOT_GIT_ATTRIBUTES)
                        && steersMerging(reader, walk.getObjectId(0))) {
                    findings.add(finding(walk.getPathString(), "`" + walk.getPathString() + "` sets merge drivers"));
                }
            }
        }
        return findings;
    }

    private static boolean steersMerging(ObjectReader reader, ObjectId id) throws IOException {
        if (!reader.has(id, Constants.OBJ_BLOB)
                || reader.getObjectSize(id, Constants.OBJ_BLOB) > MAX_ATTRIBUTES_BYTES) {
            return true;
        }
        String text =
                new String(reader.open(id, Constants.OBJ_BLOB).getBytes(MAX_ATTRIBUTES_BYTES), StandardCharsets.UTF_8);
        return text.lines().anyMatch(MergeCandidate::namesMergeDriver);
    }

    /** Returns whether a line of gitattributes(5), also of a macro, sets the attribute {@code merge}. */
    private static boolean namesMergeDriver(String line) {
        String[] words = line.strip().split("\\s");
        return !line.startsWith("#") && Arrays.stream(words).skip(1).anyMatch(word -> word.startsWith("merge="));
    }

    private static Finding finding(String path, String message) {
        return Finding.of(Code.MERGE_NOT_CLEAN, new SourceFile(path, Owner.of(path), "").start(), message)
                .why("only the result of a clean merge can be checked")
                .fix("merge or rebase the change onto the branch, and check that commit");
    }

    /** Returns the id of the judged tree; a verdict covers it, the base and the head together. */
    public String treeId() {
        return tree.name();
    }

    /** Returns the folders of the tree. */
    public FleetRoot.Folders folders() {
        return new TreeFolders(repo, reader, tree);
    }

    /** Returns why the merge has no determined result; then the tree is that of the head. */
    public List<Finding> findings() {
        return findings;
    }

    /** Returns the input in a folder of the tree. */
    public GitInput input(String folder, Limits limits) {
        return GitSources.ofTree(repo, reader, tree, folder, limits);
    }

    @Override
    public void close() {
        reader.close();
    }
}
