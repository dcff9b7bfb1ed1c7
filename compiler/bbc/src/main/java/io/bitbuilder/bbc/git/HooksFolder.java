package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Folder that Git runs the hooks of a repository from: {@code core.hooksPath} (git-config(1)). Git itself reads it,
 * because Git runs the hooks, and JGit reads no {@code includeIf}.
 */
final class HooksFolder {
    private static final Set<String> SHARED = Set.of("system", "global");

    /** Exit status of {@code git config --get} for a variable that is not set. */
    private static final int UNSET = 1;

    private HooksFolder() {}

    /** Returns the folder; refuses one that several repositories of a user or a machine share. */
    static Path of(GitRepo repo) {
        return of(repo, Map.of());
    }

    /** The same with other variables for Git on top of those of this process. */
    static Path of(GitRepo repo, Map<String, String> environment) {
        Path hooks = repo.jgit().getCommonDirectory().toPath().resolve("hooks");
        Path folder = repo.workTree().orElse(repo.jgit().getDirectory().toPath());
        ProcessBuilder git = new ProcessBuilder(List.of(
                        "git",
                        "--git-dir=" + repo.jgit().getDirectory(),
                        "config",
                        "--null",
                        "--show-scope",
                        "--show-origin",
                        "--type=path",
                        "--get",
                        "core.hooksPath"))
                .directory(folder.toFile());
        git.environment().putAll(environment);
        String found = output(git);
        if (found.isEmpty()) {
            return hooks;
        }
        String[] part = found.split("\0");
        if (SHARED.contains(part[0])) {
            throw new EnvironmentFault("core.hooksPath in " + part[1].replaceFirst("^file:", "")
                    + " makes Git run the hooks in " + part[2]
                    + ", which several repositories share; run `git config core.hooksPath " + hooks
                    + "` for this repository, and install the hook again");
        }
        return folder.resolve(part[2]);
    }

    private static String output(ProcessBuilder git) {
        try {
            Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0 && status != UNSET) {
                throw new EnvironmentFault(
                        "git 2.26 or newer is needed for a hook: `git config --show-scope` returned " + status);
            }
            return status == 0 ? output : "";
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot run git, which runs the hooks", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFault("interrupted while git read its configuration", e);
        }
    }
}
