package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.fault.EnvironmentFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.lib.Config;

/**
 * Which repositories bbc can read right (gitrepository-layout(5), git-config(1) {@code extensions.*}). JGit opens others too
 * and then answers wrongly: it cuts SHA-256 ids to 40 digits and passes over extensions that it doesn't know.
 */
final class RepositoryFormat {
    private static final Set<String> KNOWN_EXTENSIONS =
            Set.of("objectformat", "refstorage", "partialclone", "worktreeconfig", "noop", "preciousobjects", "relativeworktrees");

    private RepositoryFormat() {}

    /** Refuses what is not on the list. */
    static void check(Config config, Path gitDir) {
        int version = config.getInt("core", "repositoryformatversion", 0);
        if (version > 1) {
            throw new EnvironmentFault(gitDir + " has repository format version " + version + "; bbc reads versions 0 and 1");
        }
        for (String name : config.getNames("extensions")) {
            if (!KNOWN_EXTENSIONS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new EnvironmentFault(gitDir + " uses the repository extension '" + name + "', which bbc does not know");
            }
        }
        expect(config, gitDir, "objectformat", Set.of("sha1"), "bbc reads SHA-1 repositories only");
        expect(config, gitDir, "refstorage", Set.of("files", "reftable"), "bbc reads the storages 'files' and 'reftable'");
    }

    /** Refuses objects that lie in another repository: whoever can write that one decides what is compiled. */
    static void refuseAlternates(Path objects, Path gitDir) {
        if (Files.exists(objects.resolve("info/alternates"))) {
            throw new EnvironmentFault(gitDir + " borrows objects of another repository (objects/info/alternates);"
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
