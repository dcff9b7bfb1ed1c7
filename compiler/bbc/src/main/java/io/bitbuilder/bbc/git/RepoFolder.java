package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.read.FleetRoot;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Folder of a repository that a path of the command line refers to.
 *
 * @param path from the root of the repository, without outer {@code /}; empty for the root
 * @param named whether a person named it; the current folder may be absent from a revision
 */
public record RepoFolder(String path, boolean named) {
    /**
     * Returns the folder of a path; of the current folder if no path is given. In a bare repository, paths begin at its
     * root.
     */
    public static RepoFolder of(GitRepo repo, Path current, List<Path> paths) {
        if (paths.size() > 1) {
            throw new EnvironmentFault(
                    "only one folder of a repository can be read; name a folder that contains all of them");
        }
        Path asked = paths.isEmpty() ? Path.of("") : paths.getFirst();
        if (repo.workTree().isEmpty()) {
            return new RepoFolder(slashed(asked.normalize()), !paths.isEmpty());
        }
        Path root = real(repo.workTree().get());
        Path folder = real(current).resolve(asked).normalize();
        if (folder.startsWith(root)) {
            return new RepoFolder(slashed(root.relativize(folder)), !paths.isEmpty());
        }
        if (paths.isEmpty()) {
            // With GIT_DIR, Git reads a repository from outside its work tree.
            return new RepoFolder("", false);
        }
        throw new EnvironmentFault("`" + folder + "` is outside the repository " + root);
    }

    /** Returns the root of the fleet that the folder belongs to; the folder itself if it looks like no fleet. */
    public String root(FleetRoot.Folders folders) {
        requireIn(folders);
        return fleet(folders).orElse(path);
    }

    /** Returns the root of the fleet that the folder belongs to. */
    public Optional<String> fleet(FleetRoot.Folders folders) {
        return FleetRoot.of(folders, path, true);
    }

    /** Refuses a named folder that is in none of the states. */
    public void requireIn(FleetRoot.Folders... states) {
        if (named && !path.isEmpty() && List.of(states).stream().noneMatch(state -> state.exists(path))) {
            throw new EnvironmentFault("unknown folder `" + path + "` in the repository");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new EnvironmentFault("cannot read folder `" + path.toAbsolutePath() + "`", e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
