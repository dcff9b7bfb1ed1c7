package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes the pre-commit hook (githooks(5)) that checks staged files; does not touch hooks that bbc did not write. */
public final class HookInstaller {
    private static final String MARK = "# Written by `bbc hook install`";
    private static final String NAME = "pre-commit";

    /** Result of the installation. */
    public enum Outcome {
        /** The hook was written. */
        INSTALLED,
        /** The hook was already installed. */
        UNCHANGED
    }

    private HookInstaller() {}

    /**
     * Installs the hook.
     *
     * @param launcher the program that the hook runs
     * @param folder the folder of the repository to check; empty for all
     */
    public static Outcome install(GitRepo repo, Path launcher, String folder) {
        Path hook = path(repo);
        String text = text(launcher, folder);
        try {
            if (Files.exists(hook, LinkOption.NOFOLLOW_LINKS)) {
                if (!isOurs(hook)) {
                    throw new EnvironmentFault(hook + " was not written by bbc and is unchanged; add the line `"
                            + command(launcher, folder) + "` to it");
                }
                if (Files.readString(hook).equals(text) && Files.isExecutable(hook)) {
                    return Outcome.UNCHANGED;
                }
            }
            Files.createDirectories(hook.getParent());
            Path written = Files.createTempFile(hook.getParent(), NAME, ".bbc");
            Files.writeString(written, text);
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(written, hook, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.INSTALLED;
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot write the hook " + hook, e);
        }
    }

    /** Returns the path of the hook. */
    public static Path path(GitRepo repo) {
        return repo.hooks().resolve(NAME);
    }

    private static boolean isOurs(Path hook) throws IOException {
        return Files.isRegularFile(hook, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(hook).contains("\n" + MARK);
    }

    private static String text(Path launcher, String folder) {
        return "#!/bin/sh\n" + MARK + ": checks staged files; `git commit --no-verify` skips it.\nexec "
                + command(launcher, folder) + "\n";
    }

    private static String command(Path launcher, String folder) {
        return quoted(launcher.toString()) + " check --staged" + (folder.isEmpty() ? "" : " -- " + quoted(folder));
    }

    /** Quotes a string as one shell word. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
