package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Folder that Git runs the hooks of a repository from: {@code core.hooksPath} at all levels (git-config(1)). */
final class HooksFolder {
    private HooksFolder() {}

    /** Returns the folder; refuses one that all repositories of a user or a machine share. */
    static Path of(GitRepo repo) {
        return of(repo, name -> Optional.ofNullable(SystemReader.getInstance().getenv(name)));
    }

    static Path of(GitRepo repo, Function<String, Optional<String>> environment) {
        Path common = repo.jgit().getCommonDirectory().toPath();
        Optional<String> local = value(repo.jgit().getDirectory().toPath().resolve("config.worktree"))
                .or(() -> Optional.ofNullable(repo.jgit().getConfig().getString("core", null, "hooksPath")));
        if (local.isPresent()) {
            return repo.workTree().orElse(common).resolve(expanded(local.get(), environment));
        }
        for (Path file : sharedFiles(environment)) {
            Optional<String> shared = value(file);
            if (shared.isPresent()) {
                throw new EnvironmentFault("core.hooksPath in " + file + " makes Git run the hooks in " + shared.get()
                        + ", which all repositories share; run `git config core.hooksPath " + common.resolve("hooks")
                        + "` for this repository, and install the hook again");
            }
        }
        return common.resolve("hooks");
    }

    /** Returns the configuration files of the user and the machine, those that win first. */
    private static List<Path> sharedFiles(Function<String, Optional<String>> environment) {
        List<Path> files = new ArrayList<>();
        Optional<String> global = environment.apply("GIT_CONFIG_GLOBAL");
        if (global.isPresent()) {
            files.add(Path.of(global.get()));
        } else {
            environment.apply("HOME").map(home -> Path.of(home, ".gitconfig")).ifPresent(files::add);
            environment
                    .apply("XDG_CONFIG_HOME")
                    .or(() -> environment.apply("HOME").map(home -> home + "/.config"))
                    .map(config -> Path.of(config, "git", "config"))
                    .ifPresent(files::add);
        }
        if (environment.apply("GIT_CONFIG_NOSYSTEM").isEmpty()) {
            files.add(Path.of(environment.apply("GIT_CONFIG_SYSTEM").orElse("/etc/gitconfig")));
        }
        return files;
    }

    private static Optional<String> value(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            FileBasedConfig config = new FileBasedConfig(new File(file.toString()), FS.DETECTED);
            config.load();
            return Optional.ofNullable(config.getString("core", null, "hooksPath"));
        } catch (IOException | ConfigInvalidException e) {
            throw new EnvironmentFault("cannot read the Git configuration " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns a path of git-config(1) with the home folder for a leading {@code ~/}. */
    private static String expanded(String path, Function<String, Optional<String>> environment) {
        return path.startsWith("~/") ? environment.apply("HOME").orElse("~") + path.substring(1) : path;
    }
}
