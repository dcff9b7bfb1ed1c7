package io.bitbuilder.bbc.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.HookInstaller.Outcome;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookInstallerTest {
    @TempDir
    Path folder;

    private TestGit git;

    @BeforeEach
    void init() {
        git = TestGit.init(folder.resolve("repo"));
    }

    @Test
    void gitRunsTheHookWithTheGivenPaths() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("o'dd pl\"ace"));
        Path launcher = Files.writeString(
                odd.resolve("bbc"), "#!/bin/sh\nprintf '%s|' \"$@\" > \"" + folder + "/said\"\nexit 1\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(Outcome.INSTALLED, install(launcher, "fleet's"));
        assertEquals(Outcome.UNCHANGED, install(launcher, "fleet's"));
        git.write("a", "1").run("add", "a");
        assertEquals(
                1, git.tryRun(Map.of(), new byte[0], "commit", "-q", "-m", "x").code());
        assertEquals("check|--staged|--|fleet's|", Files.readString(folder.resolve("said")));
        Files.writeString(launcher, "#!/bin/sh\nexit 0\n");
        git.run("commit", "-q", "-m", "x");
    }

    @Test
    void anOlderHookOfBbcIsReplaced() {
        install(Path.of("/old/bbc"), "");
        assertEquals(Outcome.INSTALLED, install(Path.of("/new/bbc"), ""));
    }

    @Test
    void foreignHooksAreKept() throws IOException {
        Path hook = git.folder().resolve(".git/hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\nmake lint\n");
        String message = assertThrows(EnvironmentFault.class, () -> install(Path.of("/x/bbc"), ""))
                .getMessage();
        assertTrue(message.contains("'/x/bbc' check --staged"), message);
        assertEquals("#!/bin/sh\nmake lint\n", Files.readString(hook));
        Files.delete(hook);
        Files.createSymbolicLink(hook, Path.of("nowhere"));
        assertThrows(EnvironmentFault.class, () -> install(Path.of("/x/bbc"), ""));
    }

    @Test
    void theHookIsInstalledInTheHooksPathOfTheRepository() {
        git.run("config", "core.hooksPath", ".githooks");
        install(Path.of("/x/bbc"), "");
        assertTrue(Files.isExecutable(git.folder().resolve(".githooks/pre-commit")));
    }

    @Test
    void hooksThatSeveralRepositoriesShareAreRefused() throws IOException {
        Map<String, String> environment = home("[core]\n\thooksPath = /usr/share/hooks\n");
        String message =
                assertThrows(EnvironmentFault.class, () -> hooks(environment)).getMessage();
        assertTrue(message.contains("/home/.gitconfig") && message.contains("git config core.hooksPath"), message);
        git.run("config", "core.hooksPath", "~/mine");
        assertEquals(folder.resolve("home/mine"), hooks(environment));
    }

    /** JGit does not read such files. */
    @Test
    void aFileThatIsIncludedForSomeRepositoriesIsRead() throws IOException {
        Map<String, String> environment = home("[includeIf \"gitdir:**/repo/**\"]\n\tpath = work\n");
        Files.writeString(folder.resolve("home/work"), "[core]\n\thooksPath = ~/hooks\n");
        String message =
                assertThrows(EnvironmentFault.class, () -> hooks(environment)).getMessage();
        assertTrue(message.contains("/home/work makes Git run the hooks in " + folder.resolve("home/hooks")), message);
        Map<String, String> other = home("[includeIf \"gitdir:**/other/**\"]\n\tpath = work\n");
        assertEquals(git.folder().resolve(".git/hooks"), hooks(other));
    }

    private Map<String, String> home(String config) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve(".gitconfig"), config);
        return Map.of(
                "HOME",
                home.toString(),
                "XDG_CONFIG_HOME",
                home.toString(),
                "GIT_CONFIG_GLOBAL",
                home.resolve(".gitconfig").toString(),
                "GIT_CONFIG_NOSYSTEM",
                "1");
    }

    private Path hooks(Map<String, String> environment) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return HooksFolder.of(repo, environment);
        }
    }

    @Test
    void theHooksOfALinkedWorkTreeAreThoseOfTheRepository() {
        git.write("a", "").commitAll();
        git.run("worktree", "add", "-q", folder.resolve("side").toString());
        try (GitRepo repo = GitRepo.open(folder.resolve("side"))) {
            assertEquals(
                    git.run("rev-parse", "--path-format=absolute", "--git-path", "hooks"),
                    HooksFolder.of(repo, Map.of()).toString());
        }
    }

    private Outcome install(Path launcher, String below) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return HookInstaller.install(repo, launcher, below);
        }
    }
}
