package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jgit.lib.StoredConfig;

/**
 * Merge driver for lock files (gitattributes(5), "Defining a custom merge driver"), in the configuration and the
 * attributes of one repository on one machine. The gate uses no driver, and refuses attributes in the tree that name
 * one.
 */
public final class MergeDriver {
    private static final String NAME = "bbc-lock";

    private MergeDriver() {}

    /**
     * Installs the driver; returns whether anything changed.
     *
     * @param launcher the program that the driver runs
     * @param folder the folder of the fleet in the repository; empty for its root
     */
    public static boolean install(GitRepo repo, Path launcher, String folder) {
        if (!folder.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-/".indexOf(c) >= 0)) {
            throw new EnvironmentFault("cannot write the folder `" + folder + "` as a pattern of gitattributes(5)");
        }
        String command = HookInstaller.quoted(launcher.toString()) + " lock --merge %O %A %B %P";
        StoredConfig config = repo.jgit().getConfig();
        Path attributes = repo.jgit().getCommonDirectory().toPath().resolve("info/attributes");
        String line = (folder.isEmpty() ? "" : folder + "/") + "locks/*.lock merge=" + NAME;
        try {
            String before = Files.exists(attributes) ? Files.readString(attributes) : "";
            boolean known = before.lines().anyMatch(line::equals);
            if (known && command.equals(config.getString("merge", NAME, "driver"))) {
                return false;
            }
            config.setString("merge", NAME, "name", "merge of bbc lock files by claims");
            config.setString("merge", NAME, "driver", command);
            config.save();
            if (!known) {
                Files.createDirectories(attributes.getParent());
                String start = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
                Files.writeString(
                        attributes, start + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            return true;
        } catch (IOException e) {
            throw new EnvironmentFault("cannot write " + attributes + ": " + e.getMessage(), e);
        }
    }
}
