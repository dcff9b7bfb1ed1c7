package io.bitbuilder.bbc.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.MovedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitWriterTest {
    private static final String REF = "refs/heads/compiled";
    private static final Tree ONE = tree("fleet.json", "{}", "hosts/h1/etc/a", "1", "hosts/h2/etc/a", "1");
    private static final Tree TWO = tree("fleet.json", "{ }", "hosts/h1/etc/a", "1", "hosts/h2/etc/a", "2");

    @TempDir
    Path folder;

    private TestGit git;

    @BeforeEach
    void init() {
        git = TestGit.init(folder.resolve("srv.git"), "--bare");
    }

    @Test
    void gitReadsTheCommit() {
        CommitResult.Written written = assertInstanceOf(CommitResult.Written.class, commit(ONE));
        assertEquals(written.commitId(), git.run("rev-parse", "compiled"));
        assertEquals(TreeIds.of(ONE).get(""), git.run("rev-parse", "compiled^{tree}"));
        assertEquals("fleet.json\nhosts/h1/etc/a\nhosts/h2/etc/a", git.run("ls-tree", "-r", "--name-only", "compiled"));
        assertEquals("Compile a folder\n\nBbc-Version: 0.1.0", git.run("log", "-1", "--format=%B", "compiled"));
        assertEquals(
                "bbc <bbc@localhost> 0 +0000",
                git.run("log", "-1", "--format=%cn <%ce> %cd", "--date=raw", "compiled"));
        git.run("fsck", "--strict");
    }

    @Test
    void anUnchangedTreeMakesNoCommit() {
        CommitResult.Written first = assertInstanceOf(CommitResult.Written.class, commit(ONE));
        assertEquals(new CommitResult.Unchanged(first.commitId(), first.treeId()), commit(ONE));
        assertEquals("1", git.run("rev-list", "--count", "compiled"));
    }

    @Test
    void onlyNewObjectsAreInserted() {
        commit(ONE);
        commit(TWO);
        assertEquals("2", git.run("rev-list", "--count", "compiled"));
        assertEquals("2", git.run("show", "compiled:hosts/h2/etc/a"));
        git.run("fsck", "--strict");
        // Each time one commit, four trees and two blobs: h1 is the same as h2 at first and as before then.
        String[] counts = git.run("count-objects", "-v")
                .lines()
                .filter(l -> l.startsWith("in-pack"))
                .findFirst()
                .orElseThrow()
                .split(" ");
        assertEquals(7 + 7, Integer.parseInt(counts[1]));
    }

    @Test
    void commitsNameTheirSource() {
        TestGit source = TestGit.init(folder.resolve("source"));
        String id = source.write("a.bbc", "").commitAll();
        try (GitRepo repo = GitRepo.open(source.folder())) {
            CommitInfo info = CommitInfo.of(Optional.of(repo.resolve("HEAD")), "0.1.0");
            CommitWriter.commit(repo, OutputRef.read(repo, "refs/bbc/out"), ONE, info);
        }
        assertEquals(
                "Source-Revision: " + id + "\nBbc-Version: 0.1.0",
                source.run("log", "-1", "--format=%(trailers)", "refs/bbc/out").strip());
        assertEquals("1700000000 +0100", source.run("log", "-1", "--format=%cd", "--date=raw", "refs/bbc/out"));
        assertEquals("", source.run("status", "--porcelain"));
    }

    @Test
    void equalInputsHaveOneCommitId() {
        TestGit other = TestGit.init(folder.resolve("other.git"), "--bare");
        CommitResult here = commit(ONE);
        try (GitRepo repo = GitRepo.open(other.folder())) {
            assertEquals(
                    here,
                    CommitWriter.commit(
                            repo, OutputRef.read(repo, REF), ONE, CommitInfo.of(Optional.empty(), "0.1.0")));
        }
    }

    @Test
    void aMovedRefIsNotOverwritten() {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            OutputRef seen = OutputRef.read(repo, REF);
            CommitResult.Written first = assertInstanceOf(CommitResult.Written.class, commit(ONE));
            MovedFault moved = assertThrows(
                    MovedFault.class,
                    () -> CommitWriter.commit(repo, seen, TWO, CommitInfo.of(Optional.empty(), "0.1.0")));
            assertTrue(moved.getMessage().contains("changed concurrently"), moved.getMessage());
            assertEquals(first.commitId(), git.run("rev-parse", "compiled"));
        }
    }

    /** A branch that has a compiled tree and files of people is not replaced: these would be deleted. */
    @Test
    void filesBesideATreeAreKept() throws IOException {
        commit(tree("fleet.json", "{}", "hosts/h1/etc/a", "1", "README.md", "ours"));
        String before = git.run("rev-parse", "compiled");
        EnvironmentFault fault = assertThrows(EnvironmentFault.class, () -> commit(ONE));
        assertTrue(fault.getMessage().contains("also contains 'README.md'"), fault.getMessage());
        assertEquals(before, git.run("rev-parse", "compiled"));
    }

    @Test
    void aLockIsNamedAndKept() throws IOException {
        Path lock = Files.createFile(git.folder().resolve(REF + ".lock"));
        MovedFault moved = assertThrows(MovedFault.class, () -> commit(ONE));
        assertTrue(moved.getMessage().contains("compiled.lock"), moved.getMessage());
        assertTrue(Files.exists(lock));
    }

    @Test
    void oneOfSixteenWritersWins() throws Exception {
        commit(ONE);
        List<Callable<CommitResult>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            GitRepo repo = GitRepo.open(git.folder());
            OutputRef seen = OutputRef.read(repo, REF);
            Tree mine = tree("fleet.json", "{" + " ".repeat(i) + "}");
            writers.add(() -> {
                try (repo) {
                    return CommitWriter.commit(repo, seen, mine, CommitInfo.of(Optional.empty(), "0.1.0"));
                }
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            int won = 0;
            for (Future<CommitResult> result : pool.invokeAll(writers)) {
                try {
                    assertInstanceOf(CommitResult.Written.class, result.get());
                    won++;
                } catch (ExecutionException e) {
                    assertInstanceOf(MovedFault.class, e.getCause());
                }
            }
            assertEquals(1, won);
        }
        assertEquals("2", git.run("rev-list", "--count", "compiled"));
        git.run("fsck", "--strict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD",
                "refs/tags/v1",
                "refs/heads/../x",
                "refs/heads/a..b",
                "refs/heads/",
                "refs/notes/x",
                "-x",
                "a b",
                "refs/heads/x.lock"
            })
    void refusesOtherRefs(String name) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            assertThrows(EnvironmentFault.class, () -> OutputRef.read(repo, name));
        }
    }

    @Test
    void checkedOutBranchesAreRefused() {
        TestGit clone = TestGit.init(folder.resolve("clone"));
        clone.write("a", "").commitAll();
        clone.run("worktree", "add", "-q", "-b", "side", folder.resolve("side").toString());
        clone.run("symbolic-ref", "refs/heads/alias", "refs/heads/free");
        for (Path place : List.of(clone.folder(), folder.resolve("side"))) {
            try (GitRepo repo = GitRepo.open(place)) {
                assertThrows(EnvironmentFault.class, () -> OutputRef.read(repo, "main"));
                assertThrows(EnvironmentFault.class, () -> OutputRef.read(repo, "refs/heads/side"));
                assertThrows(EnvironmentFault.class, () -> OutputRef.read(repo, "alias"));
                assertEquals("refs/heads/free", OutputRef.read(repo, "free").name());
            }
        }
    }

    private CommitResult commit(Tree tree) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return CommitWriter.commit(repo, OutputRef.read(repo, REF), tree, CommitInfo.of(Optional.empty(), "0.1.0"));
        }
    }

    private static Tree tree(String... pathsAndTexts) {
        Stream<TreeFile> files = IntStream.range(0, pathsAndTexts.length / 2)
                .mapToObj(i -> TreeFile.of(pathsAndTexts[2 * i], pathsAndTexts[2 * i + 1]));
        return Tree.of(files.toList());
    }
}
