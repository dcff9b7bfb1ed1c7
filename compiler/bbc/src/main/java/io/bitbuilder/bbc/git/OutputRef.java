package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Ref that a compiled tree is committed to, and the commit that it named when it was read: the ref moves only if it
 * still names that commit.
 *
 * @param name full name, below {@code refs/heads/} or {@code refs/bbc/}
 * @param seen the commit's id; empty if the ref did not exist
 */
public record OutputRef(String name, Optional<String> seen) {
    private static final String BRANCHES = "refs/heads/";
    private static final String OWN = "refs/bbc/";

    /**
     * Reads the ref of a name; a name without {@code refs/} is a branch. Refuses HEAD, tags, invalid names
     * (git-check-ref-format(1)), symbolic refs, and branches that a work tree has checked out.
     */
    public static OutputRef read(GitRepo repo, String name) {
        String full = name.startsWith("refs/") ? name : BRANCHES + name;
        boolean allowed = full.startsWith(BRANCHES) || full.startsWith(OWN);
        if (name.equals("HEAD") || name.startsWith("-") || !allowed || !Repository.isValidRefName(full)) {
            throw new EnvironmentFault("cannot commit to '" + name + "': name a branch or a ref below " + OWN);
        }
        try {
            List<String> checkedOut = checkedOut(repo.jgit());
            if (checkedOut.contains(full)) {
                throw new EnvironmentFault("cannot commit to '" + full
                        + "': a work tree has it checked out, and its files would become stale");
            }
            Ref ref = repo.jgit().exactRef(full);
            if (ref != null && ref.isSymbolic()) {
                throw new EnvironmentFault("cannot commit to '" + full + "': it is a symbolic ref to "
                        + ref.getTarget().getName());
            }
            Optional<String> seen =
                    Optional.ofNullable(ref).map(Ref::getObjectId).map(ObjectId::name);
            if (seen.isPresent()) {
                requireCompiled(repo, full, seen.get());
            }
            return new OutputRef(full, seen);
        } catch (IOException e) {
            throw repo.unreadable(e);
        }
    }

    /** Refuses a commit unless it has no files or those of a compiled tree: others must not be deleted. */
    private static void requireCompiled(GitRepo repo, String ref, String id) throws IOException {
        Set<String> names = new TreeSet<>();
        try (RevWalk walk = new RevWalk(repo.jgit());
                TreeWalk tree = new TreeWalk(walk.getObjectReader())) {
            tree.addTree(walk.parseCommit(ObjectId.fromString(id)).getTree());
            while (tree.next()) {
                names.add(tree.getNameString());
            }
        }
        if (!names.isEmpty() && !names.contains("fleet.json")) {
            throw new EnvironmentFault("cannot commit to '" + ref
                    + "': its files were not compiled by bbc (there is no fleet.json); name another branch");
        }
        names.removeAll(Tree.TOP);
        if (!names.isEmpty()) {
            throw new EnvironmentFault("cannot commit to '" + ref + "': it also contains '"
                    + names.iterator().next() + "', which bbc did not write and would delete; name another branch");
        }
    }

    /** Returns the refs that the HEAD files of the main and of all linked work trees name (gitrepository-layout(5)). */
    private static List<String> checkedOut(Repository repository) throws IOException {
        Path common = repository.getCommonDirectory().toPath();
        List<Path> heads = new ArrayList<>();
        if (!repository.getConfig().getBoolean("core", "bare", false)) {
            heads.add(common.resolve("HEAD"));
        }
        Path worktrees = common.resolve("worktrees");
        if (Files.isDirectory(worktrees)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(worktrees)) {
                entries.forEach(entry -> heads.add(entry.resolve("HEAD")));
            }
        }
        List<String> refs = new ArrayList<>();
        Ref head = repository.isBare() ? null : repository.exactRef("HEAD");
        if (head != null && head.isSymbolic()) {
            refs.add(head.getTarget().getName());
        }
        for (Path file : heads) {
            if (Files.isRegularFile(file)) {
                String text = Files.readString(file).strip();
                if (text.startsWith("ref: ")) {
                    refs.add(text.substring("ref: ".length()).strip());
                }
            }
        }
        return refs;
    }
}
