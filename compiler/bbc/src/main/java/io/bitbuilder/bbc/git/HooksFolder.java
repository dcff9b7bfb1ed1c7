package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
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
                .or(() -> value(repo.jgit().getConfig()));
        local.filter(String::isEmpty).ifPresent(none -> refuse("core.hooksPath of the repository", none, common));
        if (local.isPresent()) {
            return repo.workTree().orElse(common).resolve(expanded(local.get(), environment));
        }
        List<Path> files = new ArrayList<>(List.of(common.resolve("config")));
        files.addAll(sharedFiles(environment));
        for (Path file : files) {
            value(file).ifPresent(path -> refuse("core.hooksPath in " + file, path, common));
            for (Path included : conditional(file, environment)) {
                value(included)
                        .ifPresent(path -> refuse(
                                "core.hooksPath in " + included + ", which includeIf in " + file + " may include,",
                                path,
                                common));
            }
        }
        return common.resolve("hooks");
    }

    private static void refuse(String where, String path, Path common) {
        throw new EnvironmentFault(
                path.isEmpty()
                        ? where + " is empty, so that Git runs no hooks; run `git config core.hooksPath "
                                + common.resolve("hooks") + "` for this repository, and install the hook again"
                        : where + " makes Git run the hooks in " + path
                                + ", which several repositories share; run `git config core.hooksPath "
                                + common.resolve("hooks") + "` for this repository, and install the hook again");
    }

    /**
     * Returns the files that a file includes under a condition, which JGit does not read (git-config(1), Conditional
     * includes).
     */
    private static List<Path> conditional(Path file, Function<String, Optional<String>> environment) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return config(file).stream()
                .flatMap(config -> config.getSubsections("includeIf").stream()
                        .flatMap(condition -> Arrays.stream(config.getStringList("includeIf", condition, "path"))))
                .filter(path -> !path.isEmpty())
                .map(path -> folder.resolve(expanded(path, environment)))
                .toList();
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
        return config(file).flatMap(HooksFolder::value);
    }

    /** Returns the value of the variable; an empty one, for which JGit returns null, switches hooks off. */
    private static Optional<String> value(Config config) {
        return config.getNames("core").contains("hooksPath")
                ? Optional.of(Objects.requireNonNullElse(config.getString("core", null, "hooksPath"), ""))
                : Optional.empty();
    }

    private static Optional<FileBasedConfig> config(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            FileBasedConfig config = new FileBasedConfig(new File(file.toString()), FS.DETECTED);
            config.load();
            return Optional.of(config);
        } catch (IOException | ConfigInvalidException e) {
            throw new EnvironmentFault("cannot read the Git configuration " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns a path of git-config(1) with the home folder for a leading {@code ~/}. */
    private static String expanded(String path, Function<String, Optional<String>> environment) {
        return path.startsWith("~/") ? environment.apply("HOME").orElse("~") + path.substring(1) : path;
    }
}
