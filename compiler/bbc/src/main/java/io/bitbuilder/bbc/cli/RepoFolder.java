package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Path;
import java.util.List;

/** Folder of a repository that a path of the command line refers to. */
final class RepoFolder {
    private RepoFolder() {}

    /**
     * Returns the path relative to the root of the work tree, of the current folder if none is given; in a bare
     * repository, from its root.
     */
    static String of(GitRepo repo, Path current, List<Path> paths) {
        if (paths.size() > 1) {
            throw new EnvironmentFault(
                    "only one folder of a repository can be read; name a folder that contains all of them");
        }
        Path asked = paths.isEmpty() ? Path.of("") : paths.getFirst();
        if (repo.workTree().isEmpty()) {
            return slashed(asked.normalize());
        }
        Path root = real(repo.workTree().get());
        Path folder = real(current).resolve(asked).normalize();
        if (!folder.startsWith(root)) {
            throw new EnvironmentFault("'" + asked + "' is outside the repository");
        }
        return slashed(root.relativize(folder));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (java.io.IOException e) {
            throw new EnvironmentFault("cannot read folder " + path, e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(java.io.File.separatorChar, '/');
    }
}
