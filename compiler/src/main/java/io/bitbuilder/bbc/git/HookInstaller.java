package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes the pre-commit hook (githooks(5)) that checks what is staged; a hook that bbc did not write is left alone. */
public final class HookInstaller {
    private static final String MARK = "# Written by `bbc hook install`";
    private static final String NAME = "pre-commit";

    /** What became of the hook. */
    public enum Outcome {
        /** It was written. */
        INSTALLED,
        /** It stood there as it should be. */
        UNCHANGED
    }

    private HookInstaller() {}

    /**
     * Installs the hook.
     *
     * @param launcher the program that the hook runs
     * @param folder the folder of the repository that is checked; empty for all
     */
    public static Outcome install(GitRepo repo, Path launcher, String folder) {
        Path hook = path(repo);
        String text = text(launcher, folder);
        try {
            if (Files.exists(hook, LinkOption.NOFOLLOW_LINKS)) {
                if (!isOurs(hook)) {
                    throw new EnvironmentFault(hook + " is not of bbc and is left alone; add the line `" + command(launcher, folder) + "` to it");
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
            throw new EnvironmentFault("can't write the hook " + hook, e);
        }
    }

    /** Where the hook lies. */
    public static Path path(GitRepo repo) {
        return repo.hooks().resolve(NAME);
    }

    private static boolean isOurs(Path hook) throws IOException {
        return Files.isRegularFile(hook, LinkOption.NOFOLLOW_LINKS) && Files.readString(hook).contains("\n" + MARK);
    }

    private static String text(Path launcher, String folder) {
        return "#!/bin/sh\n" + MARK + ": checks what is staged; `git commit --no-verify` passes it by.\nexec " + command(launcher, folder) + "\n";
    }

    private static String command(Path launcher, String folder) {
        return quoted(launcher.toString()) + " check --staged" + (folder.isEmpty() ? "" : " -- " + quoted(folder));
    }

    /** One word of a shell, whatever is in it. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
