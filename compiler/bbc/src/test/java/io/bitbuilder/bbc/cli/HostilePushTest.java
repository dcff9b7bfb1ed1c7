package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.TestGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refs, folders and files that a tenant can push cannot stand for those of others. */
class HostilePushTest {
    private static final String PLATFORM = """
            platform eu {
              host edge { cpu = 8; memory = 16GiB; storage = 100GiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              admit acme { image = debian; quota { memory = 1GiB } }
            }
            """;

    private static final String LOCK = "# bbc lock 1, tenant acme\n";

    @TempDir
    Path temp;

    private TestGit git;

    @BeforeEach
    void fleet() {
        git = TestGit.init(temp.resolve("fleet"));
        git.write("platform/platform.bbc", PLATFORM).write("tenants/acme/tenant.bbc", tenant("512MiB"));
        git.commitAll();
        git.run("checkout", "-q", "-b", "topic");
    }

    @Test
    void aTagIsNoBranch() {
        git.write("platform/platform.bbc", PLATFORM.replace("1GiB", "8GiB"));
        git.write("tenants/acme/tenant.bbc", tenant("4GiB")).commitAll();
        git.run("tag", "main");
        for (List<String> words : List.of(
                List.of("gate", "--base", "main", "--head", "topic"),
                List.of("gate", "--base", "main~0", "--head", "topic"),
                List.of("diff", "main", "HEAD"),
                List.of("check", "--rev", "main"),
                List.of("compile", "--rev", "main", "--commit", "hosts"))) {
            refused("ambiguous revision 'main", words.toArray(String[]::new));
        }
        assertEquals(1, gate("refs/heads/main").code());
        assertEquals(1, gate(git.run("rev-parse", "refs/heads/main")).code());
        assertEquals(1, gate(git.run("rev-parse", "--short", "refs/heads/main")).code());
    }

    @Test
    void aTagIsNoBranchOfARemoteAndNoId() {
        git.run("update-ref", "refs/remotes/origin/main", "main");
        git.run("tag", "origin/main");
        refused("refs/remotes/origin/main", "gate", "--base", "origin/main", "--head", "topic");
        String id = git.run("rev-parse", "main").substring(0, 8);
        git.run("tag", id);
        refused("ambiguous revision", "gate", "--base", id, "--head", "topic");
    }

    @Test
    void aFolderIsNoRevision() {
        git.write("main/platform/platform.bbc", PLATFORM);
        git.write("main/tenants/acme/tenant.bbc", tenant("256MiB")).commitAll();
        refused("a folder and a revision", "diff", "main", "HEAD");
        Bbc.Run run = Bbc.in(git.folder(), "diff", "refs/heads/main", "./main");
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("256M"), run::out);
    }

    @Test
    void aValueThatWasNeverAllocatedIsNotLocked() {
        git.write("locks/acme.lock", LOCK + "gone acme/a/subnet 10.64.8.0/24\nacme/b/subnet 10.64.9.0/24\n");
        git.write("locks/nobody.lock", "# bbc lock 1, tenant nobody\ngone nobody/a/subnet 10.64.7.0/24\n");
        git.commitAll();
        Bbc.Run run = gate("main");
        assertEquals(1, run.code(), run::err);
        for (String place : List.of("locks/acme.lock:2:1", "locks/acme.lock:3:1", "locks/nobody.lock:2:1")) {
            assertTrue(run.err().contains(place), () -> place + "\n" + run.err());
        }
        assertEquals(3, run.err().split("error\\[LCK011]", -1).length - 1, run::err);
    }

    @Test
    void linesThatBbcWroteAreAccepted() {
        git.run("checkout", "-q", "main");
        git.write("tenants/acme/tenant.bbc", tenant("512MiB").replace("}\n}", "}\nnetwork front { }\n}"))
                .commitAll();
        git.run("checkout", "-q", "-B", "topic");
        Bbc.in(git.folder(), "lock");
        git.commitAll();
        assertEquals(0, gate("main").code(), "a new lock file");
        git.write("tenants/acme/tenant.bbc", tenant("512MiB"));
        Bbc.in(git.folder(), "lock");
        assertTrue(read("locks/acme.lock").contains("gone acme/front/subnet"));
        git.commitAll();
        Bbc.Run run = gate("main");
        assertEquals(0, run.code(), () -> "a tombstone of a claim that had no line: " + run.err());
    }

    @Test
    void theSourcesAreNotReplacedByATree() {
        refused("not compiled by bbc", "compile", "--rev", "main", "--commit", "main");
        assertEquals(
                0,
                Bbc.in(git.folder(), "compile", "--rev", "main", "--commit", "hosts")
                        .code());
        assertEquals(
                0,
                Bbc.in(git.folder(), "compile", "--rev", "main", "--commit", "hosts")
                        .code());
    }

    @Test
    void aMergeConflictIsTheOnlyFinding() {
        Bbc.in(git.folder(), "lock");
        git.write("tenants/acme/tenant.bbc", tenant("256MiB")).commitAll();
        git.run("checkout", "-q", "main");
        git.write("tenants/acme/tenant.bbc", tenant("600MiB")).commitAll();
        Bbc.Run run = gate("main");
        assertEquals(1, run.code(), run::err);
        assertEquals(1, run.err().split("error\\[", -1).length - 1, run::err);
        assertTrue(run.err().contains("error[GIT005]: `tenants/acme/tenant.bbc`"), run::err);
    }

    @Test
    void aShallowCloneIsAnswerlessNotClean() {
        git.write("tenants/acme/tenant.bbc", tenant("256MiB")).commitAll();
        git.run("checkout", "-q", "main");
        git.write("tenants/acme/more.bbc", "").commitAll();
        Path clone = temp.resolve("clone");
        git.run("clone", "-q", "--depth=1", "--branch=topic", "file://" + git.folder(), clone.toString());
        TestGit.in(clone).run("fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main");
        for (String head : List.of("HEAD", "HEAD~1")) {
            Bbc.Run run = Bbc.in(clone, "gate", "--base", "origin/main", "--head", head);
            assertEquals(2, run.code(), run::err);
            assertTrue(run.err().contains("git fetch --unshallow"), run::err);
        }
    }

    @Test
    void borrowedObjectsHaveOneAnswer() {
        Path clone = temp.resolve("clone");
        git.run("clone", "-q", "--shared", ".", clone.toString());
        for (List<String> words : List.of(
                List.of("gate", "--base=HEAD", "--head=HEAD"),
                List.of("check", "--rev=HEAD"),
                List.of("check", "--staged"),
                List.of("diff", "HEAD", "HEAD"))) {
            Bbc.Run run = Bbc.in(clone, words.toArray(String[]::new));
            assertEquals(2, run.code(), run::err);
            assertTrue(run.err().contains("borrows objects"), run::err);
        }
    }

    private Bbc.Run gate(String base) {
        return Bbc.in(git.folder(), "gate", "--base", base, "--head", "refs/heads/topic");
    }

    private void refused(String reason, String... words) {
        Bbc.Run run = Bbc.in(git.folder(), words);
        assertEquals(2, run.code(), run::err);
        assertTrue(run.err().contains(reason), run::err);
    }

    private String read(String path) {
        try {
            return Files.readString(git.folder().resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String tenant(String memory) {
        return "tenant acme { container web { memory { limit = " + memory + " } }\n}\n";
    }
}
