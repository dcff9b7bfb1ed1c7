package io.bitbuilder.bbc.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCandidateTest {
    @TempDir
    Path folder;

    private TestGit git;

    @BeforeEach
    void twoBranches() {
        git = TestGit.init(folder.resolve("repo"));
        git.write("a.bbc", "1\n2\n3\n4\n5\n6\n7\n").commitAll();
        git.run("checkout", "-q", "-b", "topic");
    }

    @Test
    void aHeadThatContainsTheBaseIsTheCandidate() {
        git.write("b.bbc", "b").commitAll();
        try (GitRepo repo = GitRepo.open(git.folder());
                MergeCandidate candidate = MergeCandidate.of(repo, repo.resolve("main"), repo.resolve("topic"))) {
            assertEquals(git.run("rev-parse", "topic^{tree}"), candidate.treeId());
            assertEquals("a.bbc=1\n2\n3\n4\n5\n6\n7\n b.bbc=b", texts(candidate.input("", Limits.DEFAULT)));
        }
    }

    @Test
    void divergedBranchesAreMergedInMemoryAsGitWould() {
        git.write("a.bbc", "1\n2\n3\n4\n5\n6\nseven\n").commitAll();
        git.run("checkout", "-q", "main");
        git.write("a.bbc", "one\n2\n3\n4\n5\n6\n7\n").write("c.bbc", "c").commitAll();
        String objects = git.run("count-objects", "-v");
        try (GitRepo repo = GitRepo.open(git.folder());
                MergeCandidate candidate = MergeCandidate.of(repo, repo.resolve("main"), repo.resolve("topic"))) {
            assertEquals("a.bbc=one\n2\n3\n4\n5\n6\nseven\n c.bbc=c", texts(candidate.input("", Limits.DEFAULT)));
            assertEquals(objects, git.run("count-objects", "-v"), "a gate writes nothing");
            assertEquals(git.run("merge-tree", "--write-tree", "main", "topic"), candidate.treeId());
        }
    }

    /** Each branch merged the other's first commit, so that both of these are merge bases. */
    @Test
    void crissCrossMergesAreMergedAsGitWould() {
        String topic = git.write("a.bbc", "1\n2\n3\n4\n5\n6\nseven\n").commitAll();
        git.run("checkout", "-q", "main");
        String main = git.write("a.bbc", "one\n2\n3\n4\n5\n6\n7\n").commitAll();
        git.run("merge", "-q", "-m", "merge", topic);
        git.write("a.bbc", "one\n2\nthree\n4\n5\n6\nseven\n").commitAll();
        git.run("checkout", "-q", "topic");
        git.run("merge", "-q", "-m", "merge", main);
        git.write("a.bbc", "one\n2\n3\n4\nfive\n6\nseven\n").commitAll();
        assertEquals(2, git.run("merge-base", "--all", "main", "topic").lines().count());
        try (GitRepo repo = GitRepo.open(git.folder());
                MergeCandidate candidate = MergeCandidate.of(repo, repo.resolve("main"), repo.resolve("topic"))) {
            assertEquals(List.of(), candidate.findings());
            assertEquals("a.bbc=one\n2\nthree\n4\nfive\n6\nseven\n", texts(candidate.input("", Limits.DEFAULT)));
            assertEquals(git.run("merge-tree", "--write-tree", "main", "topic"), candidate.treeId());
        }
    }

    @Test
    void conflictsAreFindings() {
        git.write("a.bbc", "x").commitAll();
        git.run("checkout", "-q", "main");
        git.write("a.bbc", "y").commitAll();
        assertDoubt("a.bbc");
    }

    @Test
    void aRenameHereAndAChangeThereIsNamed() {
        git.run("mv", "a.bbc", "b.bbc");
        git.commitAll();
        git.run("checkout", "-q", "main");
        git.write("a.bbc", "1\n2\n3\n4\n5\n6\nseven\n").commitAll();
        assertDoubt("a.bbc");
        git.run("checkout", "-q", "topic");
        git.run("merge", "-q", "-m", "merge", "main");
        try (GitRepo repo = GitRepo.open(git.folder());
                MergeCandidate candidate = MergeCandidate.of(repo, repo.resolve("main"), repo.resolve("topic"))) {
            assertEquals("b.bbc=1\n2\n3\n4\n5\n6\nseven\n", texts(candidate.input("", Limits.DEFAULT)));
        }
    }

    @Test
    void mergeDriversAreFindings() {
        git.write("a.bbc", "x")
                .write("sub/.gitattributes", "# all\n*.bbc text merge=union\n")
                .commitAll();
        git.run("checkout", "-q", "main");
        git.write("a.bbc", "y").commitAll();
        assertDoubt("sub/.gitattributes");
    }

    @Test
    void unrelatedHistoriesAreFindings() {
        git.run("checkout", "-q", "--orphan", "stranger");
        git.write("a.bbc", "x").commitAll();
        git.run("branch", "-q", "-f", "topic", "stranger");
        assertDoubt(".");
    }

    private void assertDoubt(String path) {
        try (GitRepo repo = GitRepo.open(git.folder());
                MergeCandidate candidate = MergeCandidate.of(repo, repo.resolve("main"), repo.resolve("topic"))) {
            assertEquals(
                    List.of(Code.MERGE_NOT_CLEAN),
                    candidate.findings().stream().map(Finding::code).toList());
            assertEquals(
                    path,
                    candidate.findings().getFirst().primary().span().file().path());
        }
    }

    private static String texts(GitInput input) {
        return input.files().stream().map(MergeCandidateTest::text).collect(Collectors.joining(" "));
    }

    private static String text(RawFile file) {
        return file.path() + "=" + new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
