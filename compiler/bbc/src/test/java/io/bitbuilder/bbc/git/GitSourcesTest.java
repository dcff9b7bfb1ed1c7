package io.bitbuilder.bbc.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitSourcesTest {
    @TempDir
    Path folder;

    private TestGit git;

    @BeforeEach
    void init() {
        git = TestGit.init(folder.resolve("repo"));
    }

    @Test
    void readsInputsOfACommitInTheOrderOfTheirPaths() {
        git.write("tenants/b/t.bbc", "b")
                .write("tenants/a/metadata.json", "{}")
                .write("locks/a.lock", "l")
                .write("platform.bbc", "p")
                .write("README.md", "r")
                .write(".hidden/x.bbc", "h")
                .write("yarn.lock", "y")
                .write("bbc", "x");
        git.commitAll();
        git.write("platform.bbc", "changed in the work tree");
        GitInput input = commit("HEAD", "");
        assertEquals(input.files().stream().map(RawFile::path).toList(), paths(index("")));
        assertEquals(List.of("t.bbc"), paths(index("tenants/b")));
        assertEquals(
                List.of("locks/a.lock", "platform.bbc", "tenants/a/metadata.json", "tenants/b/t.bbc"), paths(input));
        assertEquals("p", new String(input.files().get(1).bytes(), StandardCharsets.UTF_8));
        assertTrue(input.findings().isEmpty());
        assertEquals(List.of("t.bbc"), paths(commit("main", "tenants/b")));
        assertThrows(EnvironmentFault.class, () -> commit("main", "nowhere"));
    }

    @Test
    void readsTheTimeOfACommit() {
        String id = git.write("a.bbc", "").commitAll();
        try (GitRepo repo = GitRepo.open(git.folder())) {
            Revision revision = repo.resolve("main");
            assertEquals(id, revision.id());
            assertEquals(OffsetDateTime.parse("2023-11-14T23:13:20+01:00"), revision.committedAt());
            assertEquals(git.run("rev-parse", "HEAD^{tree}"), revision.treeId());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-x", ":/change", "@{u}", "HEAD@{1}", "HEAD^{/x}", "HEAD:a", "no-such", "a b", "HEAD^{tree}"
            })
    void unsupportedRevisionsAreRefused(String name) {
        git.write("a.bbc", "").commitAll();
        try (GitRepo repo = GitRepo.open(git.folder())) {
            assertThrows(EnvironmentFault.class, () -> repo.resolve(name));
        }
    }

    @Test
    void peelsTagsAndRefusesOtherObjects() {
        String id = git.write("a.bbc", "").commitAll();
        git.run("tag", "-a", "-m", "t", "v1");
        git.run("tag", "blob", git.run("rev-parse", "HEAD:a.bbc"));
        try (GitRepo repo = GitRepo.open(git.folder())) {
            assertEquals(id, repo.resolve("v1").id());
            assertThrows(EnvironmentFault.class, () -> repo.resolve("blob"));
        }
    }

    @Test
    void linksSubmodulesAndPointersAreFindings() throws IOException {
        Files.createSymbolicLink(git.folder().resolve("link.bbc"), Path.of("lfs.bbc"));
        Files.createDirectory(git.folder().resolve("tenants"));
        Files.createSymbolicLink(git.folder().resolve("tenants/t1"), Path.of("t9"));
        Files.createSymbolicLink(git.folder().resolve("CLUE.md"), Path.of("README.md"));
        Files.createDirectory(git.folder().resolve("docs"));
        Files.createSymbolicLink(git.folder().resolve("docs/latest"), Path.of("../README"));
        git.write("lfs.bbc", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
        String id = git.commitAll();
        git.run("update-index", "--add", "--cacheinfo", "160000," + id + ",tenants/t2");
        git.run("update-index", "--add", "--cacheinfo", "160000," + id + ",vendor/zlib");
        git.run("commit", "-q", "-m", "submodule");
        GitInput input = commit("HEAD", "");
        assertTrue(input.files().isEmpty());
        assertEquals(
                List.of(
                        Code.GIT_LFS_UNSUPPORTED,
                        Code.NOT_A_REGULAR_FILE,
                        Code.NOT_A_REGULAR_FILE,
                        Code.NOT_A_REGULAR_FILE),
                codes(input));
    }

    @ParameterizedTest
    @CsvSource({"100644,..", "100644,.git", "40000,.GIT", "100644,git~1", "100644,CON.bbc"})
    void unsoundNamesAreFindings(String mode, String name) {
        String blob = git.object("blob", "x".getBytes(StandardCharsets.UTF_8));
        String empty = git.object("tree", new byte[0]);
        assertEquals(
                List.of(Code.INVALID_GIT_TREE),
                codes(commit(commitOf(entry(mode, name, mode.startsWith("4") ? empty : blob)), "")));
    }

    @Test
    void duplicatesAndCasePairsAreFindings() {
        String blob = git.object("blob", new byte[0]);
        assertEquals(
                List.of(Code.INVALID_GIT_TREE),
                codes(commit(commitOf(entry("100644", "a.bbc", blob), entry("100644", "a.bbc", blob)), "")));
        assertEquals(
                List.of(Code.INVALID_GIT_TREE),
                codes(commit(commitOf(entry("100644", "A.bbc", blob), entry("100644", "a.bbc", blob)), "")));
        assertEquals(
                List.of(Code.INVALID_GIT_TREE),
                codes(commit(commitOf(entry("100644", "b.bbc", blob), entry("100644", "a.bbc", blob)), "")));
    }

    @Test
    void oddModesAreFindings() {
        String blob = git.object("blob", new byte[0]);
        assertEquals(List.of(Code.INVALID_GIT_MODE), codes(commit(commitOf(entry("100664", "a.bbc", blob)), "")));
        assertEquals(List.of(Code.INVALID_GIT_MODE), codes(commit(commitOf(entry("100777", "a.bbc", blob)), "")));
        assertEquals(List.of(), codes(commit(commitOf(entry("100755", "a.bbc", blob)), "")));
    }

    @Test
    void namesOutsideUtf8AreFindings() {
        String blob = git.object("blob", new byte[0]);
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        tree.writeBytes("100644 \u00e9.bbc\0".getBytes(StandardCharsets.ISO_8859_1));
        tree.writeBytes(HexFormat.of().parseHex(blob));
        Findings findings = new Findings();
        new SourceReader(Limits.DEFAULT, findings)
                .read(commit(commitOf(tree.toByteArray()), "").files());
        assertEquals(
                List.of(Code.INVALID_FILE_NAME),
                findings.sorted().stream().map(Finding::code).toList());
    }

    @Test
    void readsOneByteMoreThanTheLimit() {
        git.write("a.bbc", "x".repeat(100)).commitAll();
        Limits small = Limits.DEFAULT.with(Limit.FILE_BYTES, 10);
        try (GitRepo repo = GitRepo.open(git.folder())) {
            assertEquals(
                    11,
                    GitSources.ofCommit(repo, repo.resolve("HEAD"), "", small)
                            .files()
                            .getFirst()
                            .bytes()
                            .length);
        }
    }

    @Test
    void stopsAtTheLimitsOfARun() {
        git.write("a.bbc", "x").write("b.bbc", "x").write("c.bbc", "x").commitAll();
        try (GitRepo repo = GitRepo.open(git.folder())) {
            GitInput input =
                    GitSources.ofCommit(repo, repo.resolve("HEAD"), "", Limits.DEFAULT.with(Limit.FLEET_FILES, 1));
            assertEquals(List.of("a.bbc"), paths(input));
            assertEquals(List.of(Code.LIMIT_EXCEEDED), codes(input));
        }
    }

    /** One folder of ten files, in ten folders, in ten folders, and so on: a few objects, and ever more entries. */
    @Test
    void treesOfTreesEndAtTheLimitOfEntries() {
        String blob = git.object("blob", new byte[0]);
        String tree = tree(10, i -> entry("100644", "f" + i + ".md", blob));
        for (int level = 0; level < 10; level++) {
            String inner = tree;
            tree = tree(10, i -> entry("40000", "d" + i, inner));
        }
        String commit = commitOf(entry("40000", "bomb", tree));
        try (GitRepo repo = GitRepo.open(git.folder())) {
            GitInput input =
                    GitSources.ofCommit(repo, repo.resolve(commit), "", Limits.DEFAULT.with(Limit.FLEET_ENTRIES, 1000));
            assertEquals(List.of(Code.LIMIT_EXCEEDED), codes(input));
        }
    }

    /** A fleet beside 30,000 files of another program, which are neither opened nor reported. */
    @Test
    void filesOfOthersBesideAFleetAreNotRead() {
        String blob = git.object("blob", "x".getBytes(StandardCharsets.UTF_8));
        String missing = "1".repeat(40);
        String others = tree(30_000, i -> entry("100644", "f%05d.py".formatted(i), missing));
        String fleet = tree(1, i -> entry("100644", "p.bbc", blob));
        GitInput input = commit(commitOf(entry("40000", "app", others), entry("40000", "platform", fleet)), "");
        assertEquals(List.of("platform/p.bbc"), paths(input));
        assertEquals(List.of(), codes(input));
    }

    /** Hidden names are in a commit and in the index what they are on a disk. */
    @Test
    void hiddenFilesAndFoldersOfTenantsAreReported() {
        git.write("tenants/acme/t.bbc", "")
                .write("tenants/acme/.t.bbc", "")
                .write("tenants/acme/.gitignore", "x")
                .write("tenants/acme/.old/t.bbc", "")
                .write(".github/x.bbc", "")
                .commitAll();
        for (GitInput input : List.of(commit("HEAD", ""), index())) {
            Findings findings = new Findings();
            new SourceReader(Limits.DEFAULT, findings).read(input.files());
            assertEquals(
                    List.of("LEX012 tenants/acme/.t.bbc", "LEX016 tenants/acme/.old"),
                    findings.sorted().stream()
                            .map(f -> f.code() + " " + f.primary().span().file().path())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void commitsInOtherEncodingsAreRead() {
        String first = git.write("a.bbc", "x").commitAll();
        String text = "tree " + git.run("rev-parse", "HEAD^{tree}") + "\nparent " + first
                + "\nauthor J\u00f6rg <j@example.org> 1700000000 +0100\n"
                + "committer J\u00f6rg <j@example.org> 1700000000 +0100\n"
                + "encoding ISO-8859-1\n\n\u00c4nderung\n";
        String id = git.object("commit", text.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("a.bbc"), paths(commit(id, "")));
        try (GitRepo repo = GitRepo.open(git.folder());
                MergeCandidate candidate = MergeCandidate.of(repo, repo.resolve("main"), repo.resolve(id))) {
            assertEquals(
                    OffsetDateTime.parse("2023-11-14T23:13:20+01:00"),
                    repo.resolve(id).committedAt());
            assertEquals(List.of(), candidate.findings());
        }
    }

    /** The folder of a submodule has a file {@code .git} that names its repository. */
    @Test
    void aFleetCanBeASubmodule() {
        String id = git.write("a.bbc", "x").commitAll();
        TestGit outer = TestGit.init(folder.resolve("outer"));
        outer.run(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                git.folder().toString(),
                "fleet");
        outer.commitAll();
        try (GitRepo repo = GitRepo.open(outer.folder().resolve("fleet"))) {
            assertEquals(id, repo.resolve("HEAD").id());
            assertEquals(List.of("a.bbc"), paths(GitSources.ofCommit(repo, repo.resolve("HEAD"), "", Limits.DEFAULT)));
            assertEquals(List.of("a.bbc"), paths(GitSources.ofIndex(repo, "", Limits.DEFAULT)));
        }
    }

    private String tree(int entries, IntFunction<byte[]> entry) {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        IntStream.range(0, entries).mapToObj(entry).forEach(tree::writeBytes);
        return git.object("tree", tree.toByteArray());
    }

    @Test
    void missingObjectsAreFaults() {
        git.write("tenants/a.bbc", "x").commitAll();
        String blob = git.run("rev-parse", "HEAD:tenants/a.bbc");
        git.folder()
                .resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2))
                .toFile()
                .delete();
        EnvironmentFault e = assertThrows(EnvironmentFault.class, () -> commit("HEAD", ""));
        assertTrue(e.getMessage().contains("shallow or partial"), e.getMessage());
    }

    @Test
    void readsTheIndexAndNotTheWorkTree() {
        git.write("a.bbc", "committed").write("gone.bbc", "x").commitAll();
        git.write("a.bbc", "staged").write("new.bbc", "n");
        git.run("add", "-A");
        git.run("rm", "-q", "--cached", "gone.bbc");
        git.write("a.bbc", "unstaged").write("later.bbc", "l");
        git.run("add", "-N", "later.bbc");
        for (String version : List.of("2", "4")) {
            git.run("update-index", "--index-version", version);
            GitInput input = index();
            assertEquals(List.of("a.bbc", "new.bbc"), paths(input));
            assertEquals("staged", new String(input.files().getFirst().bytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void unmergedPathsAreFindings() {
        git.write("a.bbc", "1").commitAll();
        git.run("checkout", "-q", "-b", "other");
        git.write("a.bbc", "2").commitAll();
        git.run("checkout", "-q", "main");
        git.write("a.bbc", "3").commitAll();
        git.tryRun(Map.of(), new byte[0], "merge", "other");
        assertEquals(List.of(Code.UNMERGED_PATH), codes(index()));
    }

    @Test
    void splitAndSparseIndexesAreNamed() {
        git.write("d/a.bbc", "1").write("b.bbc", "").commitAll();
        git.run("update-index", "--split-index");
        assertThrows(EnvironmentFault.class, this::index);
        git.run("update-index", "--no-split-index");
        git.run("sparse-checkout", "init", "--cone", "--sparse-index");
        assertTrue(
                assertThrows(EnvironmentFault.class, this::index).getMessage().contains("sparse"));
    }

    @Test
    void readsLinkedWorkTrees() {
        git.write("a.bbc", "1").commitAll();
        git.run("worktree", "add", "-q", "-b", "side", folder.resolve("side").toString());
        TestGit side = TestGit.in(folder.resolve("side")).write("b.bbc", "2");
        side.commitAll();
        try (GitRepo repo = GitRepo.open(side.folder())) {
            assertEquals(
                    List.of("a.bbc", "b.bbc"),
                    paths(GitSources.ofCommit(repo, repo.resolve("HEAD"), "", Limits.DEFAULT)));
            assertEquals(List.of("a.bbc", "b.bbc"), paths(GitSources.ofIndex(repo, "", Limits.DEFAULT)));
        }
    }

    @Test
    void unsupportedRepositoryFormatsAreRefused() {
        TestGit.init(folder.resolve("sha256"), "--object-format=sha256")
                .write("a.bbc", "")
                .commitAll();
        assertRefused("sha256", "SHA-1");
        TestGit odd = TestGit.init(folder.resolve("odd"));
        odd.run("config", "core.repositoryformatversion", "1");
        odd.run("config", "extensions.fancy", "true");
        assertRefused("odd", "fancy");
        TestGit future = TestGit.init(folder.resolve("future"));
        future.run("config", "core.repositoryformatversion", "2");
        assertRefused("future", "format");
        git.write("a.bbc", "").commitAll();
        git.run("clone", "-q", "--shared", ".", folder.resolve("shared").toString());
        assertRefused("shared", "borrows objects");
        assertRefused(".", "not in a Git repository");
    }

    private void assertRefused(String name, String reason) {
        EnvironmentFault e = assertThrows(
                EnvironmentFault.class, () -> GitRepo.open(folder.resolve(name)).close());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private GitInput commit(String revision, String below) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return GitSources.ofCommit(repo, repo.resolve(revision), below, Limits.DEFAULT);
        }
    }

    private GitInput index() {
        return index("");
    }

    private GitInput index(String below) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return GitSources.ofIndex(repo, below, Limits.DEFAULT);
        }
    }

    private String commitOf(byte[]... entries) {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            tree.writeBytes(entry);
        }
        String id = git.object("tree", tree.toByteArray());
        return git.object(
                "commit",
                ("tree " + id + "\nauthor a <a> 0 +0000\ncommitter a <a> 0 +0000\n\nx\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] entry(String mode, String name, String id) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes((mode + " " + name + "\0").getBytes(StandardCharsets.UTF_8));
        entry.writeBytes(HexFormat.of().parseHex(id));
        return entry.toByteArray();
    }

    private static List<String> paths(GitInput input) {
        return input.files().stream().map(RawFile::path).toList();
    }

    private static List<Code> codes(GitInput input) {
        return input.findings().stream().map(Finding::code).toList();
    }
}
