package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.TestGit;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program within real Git: hook before a commit, hook before a push, gate, diff, commit of the tree. */
@Execution(ExecutionMode.CONCURRENT)
class GitWorkflowTest {
    private static final String PLATFORM = """
            platform eu {
              host edge {
                cpu     = 8
                memory  = 16GiB
                storage = 100GiB
                uplink  = "eth0"
                address = 192.0.2.10/24
              }
              image debian { source = directory("/var/lib/machines/debian") }
              admit acme { quota { cpu = 2; memory = 1GiB; storage = 20GiB } }
              admit globex { quota { cpu = 2; memory = 1GiB; storage = 20GiB } }
              admit initech { quota { cpu = 2; memory = 1GiB; storage = 20GiB } }
            }
            """;

    @TempDir
    Path folder;

    private Path bbc;
    private TestGit git;

    @BeforeEach
    void fleet() throws IOException {
        bbc = program();
        git = TestGit.init(folder.resolve("fleet"));
        git.write("platform/platform.bbc", PLATFORM).write("tenants/acme/tenant.bbc", tenant("acme", "10.1.0.0/24"));
        git.commitAll();
    }

    @Test
    void theHookChecksTheIndexAndNotTheWorkTree() {
        assertEquals(0, run(git.folder(), "hook", "install").code());
        git.write("tenants/acme/tenant.bbc", "tenant acme { network front { subnett = 10.1.0.0/24 } }\n");
        git.write("README.md", "fine");
        git.run("add", "README.md");
        git.run("commit", "-q", "-m", "the mistake is not staged");
        TestGit.Result bad = git.tryRun(Map.of(), new byte[0], "commit", "-q", "-a", "-m", "now it is");
        assertEquals(1, bad.code());
        assertTrue(bad.err().contains("tenants/acme/tenant.bbc:1:"), bad.err());
        git.run("add", "-A");
        git.write("tenants/acme/tenant.bbc", tenant("acme", "10.2.0.0/24"));
        assertEquals(
                1,
                git.tryRun(Map.of(), new byte[0], "commit", "-q", "-m", "fixed, but not staged")
                        .code());
        git.run("commit", "-q", "-m", "fixed", "tenants/acme/tenant.bbc");
    }

    @Test
    void aPushWithErrorsIsRefused() throws IOException {
        TestGit server = TestGit.init(folder.resolve("srv.git"), "--bare");
        Path hook = server.folder().resolve("hooks/pre-receive");
        Files.createDirectories(hook.getParent());
        Files.copy(Repository.path("examples/ci/pre-receive"), hook);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> environment = Map.of("BBC", bbc.toString());

        TestGit.Result first = push(environment, "main");
        assertEquals(0, first.code(), first.err());
        git.write("tenants/globex/tenant.bbc", tenant("globex", "10.9.0.0/24")).commitAll();
        TestGit.Result good = push(environment, "main");
        assertEquals(0, good.code(), good.err());

        String before = server.run("for-each-ref");
        git.write("tenants/globex/tenant.bbc", tenant("globex", "10.1.0.0/24")).commitAll();
        TestGit.Result bad = push(environment, "main");
        assertEquals(1, bad.code());
        assertTrue(bad.err().contains("10.1.0.0/24"), bad.err());
        assertEquals(before, server.run("for-each-ref"));
        server.run("fsck", "--strict");
        assertEquals(0, push(environment, "main:topic").code(), "other branches are free");
        assertEquals(1, push(environment, ":main").code(), "a protected branch stays");
    }

    @Test
    void aChangeIsReadWithinTheLimitsOfTheBase() {
        git.write("platform/platform.bbc", PLATFORM.replace("host edge", "limits { nesting = 70 }\n  host edge"));
        git.commitAll();
        git.run("checkout", "-q", "-b", "topic");
        git.write("tenants/acme/deep.bbc", nested(70)).commitAll();
        Bbc.Run within = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(0, within.code(), within.err());
        git.write("tenants/acme/deep.bbc", nested(71));
        git.write("platform/platform.bbc", PLATFORM.replace("host edge", "limits { nesting = 256 }\n  host edge"));
        git.commitAll();
        Bbc.Run above = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(1, above.code());
        assertTrue(above.err().contains("(limit nesting: 70)"), above.err());
        Bbc.Run ofHead = run(git.folder(), "gate", "--base", "main", "--head", "topic", "--platform", "head");
        assertEquals(0, ofHead.code(), ofHead.err());
        assertTrue(run(git.folder(), "limits", "--rev", "main").out().matches("(?s).*nesting +64 +70 +256 .*"));
    }

    private static String nested(int depth) {
        return "tenant acme { let a = " + "(".repeat(depth - 1) + "1" + ")".repeat(depth - 1) + " }\n";
    }

    @Test
    void twoValidChangesCanConflictOnceMerged() {
        git.run("checkout", "-q", "-b", "topic");
        git.write("tenants/globex/tenant.bbc", tenant("globex", "10.7.0.0/24")).commitAll();
        Bbc.Run alone = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(0, alone.code(), alone.err());
        git.run("checkout", "-q", "main");
        git.write("tenants/initech/tenant.bbc", tenant("initech", "10.7.0.0/24"))
                .commitAll();
        Bbc.Run together = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(1, together.code());
        assertTrue(together.err().contains("globex") && together.err().contains("initech"), together.err());
        assertEquals(
                2,
                run(git.folder(), "gate", "--base", "main", "--head", "nowhere").code());
    }

    @Test
    void aChangeCannotRaiseItsOwnCeilings() {
        git.run("checkout", "-q", "-b", "topic");
        git.write(
                "platform/platform.bbc",
                PLATFORM.replace("admit acme { quota { cpu = 2", "admit acme { quota { cpu = 8"));
        git.write(
                "tenants/acme/tenant.bbc",
                tenant("acme", "10.1.0.0/24").replace("image =", "cpu { cores = 4 }\n    image ="));
        git.commitAll();
        Bbc.Run own = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(1, own.code());
        assertTrue(own.err().contains("OWN005") && own.err().contains("RES1"), own.err());
        Bbc.Run platform = run(git.folder(), "gate", "--base", "main", "--head", "topic", "--platform", "head");
        assertEquals(0, platform.code(), platform.err());
    }

    @Test
    void aNewTenantCannotMoveValuesOfOthers() {
        // Two slots: both tenants' hashes lead to the same one, and the newcomer's name comes first.
        git.write(
                "platform/platform.bbc",
                PLATFORM.replace(
                        "admit acme",
                        "admit ab { }\n  pool subnets4 { from = 10.0.0.0/23; prefix = 24 }\n  admit acme"));
        git.write("tenants/acme/tenant.bbc", tenant("acme", "auto")).commitAll();
        git.run("checkout", "-q", "-b", "topic");
        git.write("tenants/ab/tenant.bbc", tenant("ab", "auto")).commitAll();
        Bbc.Run unlocked = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(1, unlocked.code());
        assertTrue(unlocked.err().contains("LCK010") && unlocked.err().contains("acme/front/subnet"), unlocked.err());
        git.run("checkout", "-q", "main");
        assertEquals(0, run(git.folder(), "lock").code());
        git.commitAll();
        Bbc.Run locked = run(git.folder(), "gate", "--base", "main", "--head", "topic");
        assertEquals(0, locked.code(), locked.err());
    }

    @Test
    void gitMergesLockFilesByClaims() {
        git.write("tenants/acme/a.bbc", "tenant acme { network a { } }\n");
        assertEquals(0, run(git.folder(), "lock").code());
        git.commitAll();
        assertEquals(0, run(git.folder(), "hook", "install", "--merge-driver").code());
        for (String branch : new String[] {"one", "two"}) {
            git.run("checkout", "-q", "-b", branch, "main");
            git.write("tenants/acme/" + branch + ".bbc", "tenant acme { network " + branch + " { } }\n");
            assertEquals(0, run(git.folder(), "lock").code());
            git.commitAll();
        }
        git.run("merge", "-q", "-m", "merge", "one");
        assertEquals("", run(git.folder(), "lock").out(), "nothing is missing");
        Bbc.Run locked = run(git.folder(), "compile", "--locked");
        assertEquals(0, locked.code(), locked.err());
        Bbc.Run again = run(git.folder(), "hook", "install", "--merge-driver");
        assertTrue(again.out().contains("unchanged: the merge driver"), again.out());
    }

    @Test
    void diffShowsTheImpactOfAChange() {
        git.write("tenants/acme/tenant.bbc", tenant("acme", "10.3.0.0/24")).commitAll();
        Bbc.Run text = run(git.folder(), "diff", "HEAD~1", "HEAD");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().contains("host edge, tenant acme: restart"), text.out());
        assertTrue(text.out().contains("+Address=10.3.0.1/24"), text.out());
        Bbc.Run none = run(git.folder(), "diff", "HEAD", ".");
        assertEquals("No host changes.\n", none.out());
    }

    @Test
    void theSameSourcesMakeOneCommit() {
        Bbc.Run first = run(git.folder(), "compile", "--commit", "compiled");
        assertEquals(0, first.code(), first.err());
        String id = git.run("rev-parse", "compiled");
        assertEquals(
                git.run("rev-parse", "HEAD"),
                git.run("log", "-1", "--format=%(trailers:key=Source-Revision,valueonly)", "compiled")
                        .strip());
        assertEquals(0, run(git.folder(), "compile", "--commit", "compiled").code());
        assertEquals(id, git.run("rev-parse", "compiled"));
        assertEquals(2, run(git.folder(), "compile", "--commit", "main").code(), "a branch that is checked out");
        assertEquals("", git.run("status", "--porcelain"));
    }

    private TestGit.Result push(Map<String, String> environment, String what) {
        return git.tryRun(
                environment,
                new byte[0],
                "push",
                "-q",
                folder.resolve("srv.git").toString(),
                what);
    }

    /** A tenant with one container on a network of that subnet. */
    private static String tenant(String name, String subnet) {
        return """
                tenant %s {
                  network front { subnet = %s }
                  container web {
                    image = debian
                    memory { limit = 512MiB }
                    attach front { }
                  }
                }
                """.formatted(name, subnet);
    }

    /** Within this process, unless the path of the program is asked for: a process takes a second. */
    private Bbc.Run run(Path where, String... words) {
        if (!words[0].equals("hook")) {
            return Bbc.in(where, words);
        }
        TestGit.Result result = TestGit.program(bbc, where, words);
        return new Bbc.Run(result.code(), result.out(), result.err());
    }

    /** The program as a file that a hook can run, on the classes under test. */
    private Path program() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path file = folder.resolve("bbc");
        Files.writeString(
                file,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin/java")
                        + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED "
                        + "-Dbbc.launcher='"
                        + file + "' -cp '" + classes
                        + "' io.bitbuilder.bbc.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
