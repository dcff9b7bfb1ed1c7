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
import java.util.Optional;
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
    void hooksThatAllRepositoriesShareAreRefused() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve(".gitconfig"), "[core]\n\thooksPath = /usr/share/hooks\n");
        Map<String, String> environment = Map.of("HOME", home.toString(), "GIT_CONFIG_NOSYSTEM", "1");
        try (GitRepo repo = GitRepo.open(git.folder())) {
            String message = assertThrows(
                            EnvironmentFault.class,
                            () -> HooksFolder.of(repo, name -> Optional.ofNullable(environment.get(name))))
                    .getMessage();
            assertTrue(message.contains("/home/.gitconfig") && message.contains("git config core.hooksPath"), message);
        }
        git.run("config", "core.hooksPath", "~/mine");
        try (GitRepo repo = GitRepo.open(git.folder())) {
            assertEquals(
                    home.resolve("mine"), HooksFolder.of(repo, name -> Optional.ofNullable(environment.get(name))));
        }
    }

    /** Whether the condition holds is not judged: the hook would be lost once it does. */
    @Test
    void hooksOfAConditionalFileAreRefused() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve(".gitconfig"), "[includeIf \"gitdir:~/clones/\"]\n\tpath = clones\n");
        Files.writeString(home.resolve("clones"), "[core]\n\thooksPath = ~/hooks\n");
        Map<String, String> environment = Map.of("HOME", home.toString(), "GIT_CONFIG_NOSYSTEM", "1");
        String message =
                assertThrows(EnvironmentFault.class, () -> hooks(environment)).getMessage();
        assertTrue(message.contains("/home/clones, which includeIf in " + home + "/.gitconfig"), message);
        git.run("config", "core.hooksPath", ".git/hooks");
        assertEquals(git.folder().resolve(".git/hooks"), hooks(environment));
        Files.writeString(home.resolve("clones"), "[core]\n\tpager = cat\n");
        git.run("config", "--unset", "core.hooksPath");
        assertEquals(git.folder().resolve(".git/hooks"), hooks(environment));
    }

    @Test
    void hooksThatAreSwitchedOffAreRefused() {
        git.run("config", "core.hooksPath", "");
        String empty =
                assertThrows(EnvironmentFault.class, () -> hooks(Map.of())).getMessage();
        assertTrue(empty.contains("Git runs no hooks"), empty);
    }

    private Path hooks(Map<String, String> environment) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return HooksFolder.of(repo, name -> Optional.ofNullable(environment.get(name)));
        }
    }

    @Test
    void theHooksOfALinkedWorkTreeAreThoseOfTheRepository() {
        git.write("a", "").commitAll();
        git.run("worktree", "add", "-q", folder.resolve("side").toString());
        try (GitRepo repo = GitRepo.open(folder.resolve("side"))) {
            assertEquals(
                    git.run("rev-parse", "--path-format=absolute", "--git-path", "hooks"),
                    HooksFolder.of(repo, name -> Optional.empty()).toString());
        }
    }

    private Outcome install(Path launcher, String below) {
        try (GitRepo repo = GitRepo.open(git.folder())) {
            return HookInstaller.install(repo, launcher, below);
        }
    }
}
