package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads a new commit back through a separate handle and compares it with the compiled tree. */
final class WrittenObjects {
    private WrittenObjects() {}

    /** Checks the commit before the ref names it; a difference is an internal error or a disk failure. */
    static void check(GitRepo repo, ObjectId commit, Tree meant) throws IOException {
        try (Repository fresh = repo.fresh();
                RevWalk commits = new RevWalk(fresh);
                TreeWalk walk = new TreeWalk(fresh)) {
            RevCommit read = commits.parseCommit(commit);
            walk.addTree(read.getTree());
            walk.setRecursive(true);
            for (TreeFile file : meant.files()) {
                boolean same = walk.next()
                        && walk.getPathString().equals(file.path())
                        && walk.getRawMode(0) == FileMode.REGULAR_FILE.getBits()
                        && walk.getObjectId(0).name().equals(TreeIds.blob(file.bytes()))
                        && walk.getObjectReader().has(walk.getObjectId(0), Constants.OBJ_BLOB);
                if (!same) {
                    throw new InternalFault(
                            "commit " + commit.name() + " has a different '" + file.path() + "' than compiled");
                }
            }
            if (walk.next()) {
                throw new InternalFault("commit " + commit.name() + " has unexpected '" + walk.getPathString() + "'");
            }
        }
    }
}
