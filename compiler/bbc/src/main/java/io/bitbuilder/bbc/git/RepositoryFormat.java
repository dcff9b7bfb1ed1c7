package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.lib.Config;

/**
 * Checks that bbc can read a repository correctly (gitrepository-layout(5), git-config(1) {@code extensions.*}). JGit
 * opens others too and reads them wrongly: it truncates SHA-256 ids to 40 digits and ignores unknown extensions.
 */
final class RepositoryFormat {
    private static final Set<String> KNOWN_EXTENSIONS = Set.of(
            "objectformat",
            "refstorage",
            "partialclone",
            "worktreeconfig",
            "noop",
            "preciousobjects",
            "relativeworktrees");

    private RepositoryFormat() {}

    /** Refuses formats and extensions that are not on the list. */
    static void check(Config config, Path gitDir) {
        int version = config.getInt("core", "repositoryformatversion", 0);
        if (version > 1) {
            throw new EnvironmentFault(
                    gitDir + " has unsupported repository format version " + version + " (supported: 0 and 1)");
        }
        for (String name : config.getNames("extensions")) {
            if (!KNOWN_EXTENSIONS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new EnvironmentFault(gitDir + " uses unsupported repository extension '" + name + "'");
            }
        }
        expect(config, gitDir, "objectformat", Set.of("sha1"), "only SHA-1 repositories are supported");
        expect(config, gitDir, "refstorage", Set.of("files", "reftable"), "only 'files' and 'reftable' are supported");
    }

    /** Refuses objects in another repository: anyone who can write to it could change the input. */
    static void refuseAlternates(Path objects, Path gitDir) {
        if (Files.exists(objects.resolve("info/alternates"))) {
            throw new EnvironmentFault(gitDir + " borrows objects from another repository (objects/info/alternates);"
                    + " run 'git repack -a -d' in it and delete that file, or clone without --shared and --reference");
        }
    }

    private static void expect(Config config, Path gitDir, String key, Set<String> known, String rule) {
        String value = config.getString("extensions", null, key);
        if (value != null && !known.contains(value.toLowerCase(Locale.ROOT))) {
            throw new EnvironmentFault(gitDir + " has extensions." + key + " = " + value + "; " + rule);
        }
    }
}
