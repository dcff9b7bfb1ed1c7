package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.fault.EnvironmentFault;
import io.bitbuilder.bbc.git.GitRepo;
import java.nio.file.Path;
import java.util.List;

/** The folder of a repository that a path of the command line means. */
final class RepoFolder {
    private RepoFolder() {}

    /** The one path, relative to the root of the work tree; with none, where the command was started; in a bare repository from its root. */
    static String of(GitRepo repo, Path current, List<Path> paths) {
        if (paths.size() > 1) {
            throw new EnvironmentFault("from Git one folder is read; name the folder that holds them all");
        }
        Path asked = paths.isEmpty() ? Path.of("") : paths.getFirst();
        if (repo.workTree().isEmpty()) {
            return slashed(asked.normalize());
        }
        Path root = real(repo.workTree().get());
        Path folder = real(current).resolve(asked).normalize();
        if (!folder.startsWith(root)) {
            throw new EnvironmentFault("'" + asked + "' is outside of the repository");
        }
        return slashed(root.relativize(folder));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (java.io.IOException e) {
            throw new EnvironmentFault("can't read the folder " + path, e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(java.io.File.separatorChar, '/');
    }
}
