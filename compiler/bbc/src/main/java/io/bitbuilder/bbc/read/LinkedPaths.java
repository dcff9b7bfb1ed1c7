package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Named paths that lead through a symbolic link in a work tree. A command that writes refuses them: tenants can commit
 * links, and a name with a wildcard would follow one to files outside of the repository.
 */
public final class LinkedPaths {
    private LinkedPaths() {}

    /** Returns a finding for each named path with a link below its work tree, or without one below the folder. */
    public static List<Finding> of(List<Path> given, Path folder) {
        List<Finding> findings = new ArrayList<>();
        for (Path path : given) {
            Path absolute = path.toAbsolutePath().normalize();
            Path top = workTree(absolute).orElse(folder);
            link(absolute, top).ifPresent(link -> findings.add(finding(link, folder)));
        }
        return findings;
    }

    /** Returns the outermost folder around a path, as it is written, that is the top of a work tree. */
    private static Optional<Path> workTree(Path path) {
        Path top = null;
        for (Path at = path; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                top = at;
            }
        }
        return Optional.ofNullable(top);
    }

    private static Optional<Path> link(Path path, Path top) {
        Path link = null;
        // A link in place of a file is not read, and reported.
        Path start = Files.isDirectory(path) ? path : path.getParent();
        for (Path at = start; at != null && at.startsWith(top) && !at.equals(top); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                link = at;
            }
        }
        return Optional.ofNullable(link);
    }

    private static Finding finding(Path link, Path folder) {
        String shown = link.startsWith(folder) ? folder.relativize(link).toString() : link.toString();
        return Finding.of(
                        Code.NOT_A_REGULAR_FILE,
                        new SourceFile(shown, Owner.of(shown), "").start(),
                        "`" + shown + "` is a symbolic link")
                .why("a file behind it may be outside of the repository, and would be overwritten there")
                .fix("name the files by their own path");
    }
}
