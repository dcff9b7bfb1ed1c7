package io.bitbuilder.bbc.read;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Root of the paths of input files. Owners follow from paths, so the same file must have the same path whichever folder
 * is named on the command line:
 *
 * <ul>
 *   <li>one folder: the base is that folder; several: the deepest folder that holds them all;
 *   <li>when the base itself is called {@code tenants} or {@code tenant-<name>}, the base is its parent, and when it is
 *       in a folder called {@code tenants}, the parent of that, unless the base has a folder {@code tenants} or
 *       {@code platform} of its own: then it is a fleet of its own.
 * </ul>
 */
record RootPaths(Path base, List<Path> roots) {
    RootPaths {
        roots = List.copyOf(roots);
    }

    static RootPaths of(List<Path> given) {
        List<Path> roots = new ArrayList<>();
        for (Path path :
                given.stream().map(p -> p.toAbsolutePath().normalize()).sorted().toList()) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new EnvironmentFault("file or folder not found: `" + path + "`");
            }
            // Sorted, so that a folder precedes its contents and covers them.
            if (roots.stream().noneMatch(path::startsWith)) {
                roots.add(path);
            }
        }
        if (roots.isEmpty()) {
            throw new EnvironmentFault("missing input: name a file or folder");
        }
        Path base = widen(common(roots));
        if (roots.contains(base.resolve("tenants"))) {
            Stream.of("platform", "lib", "locks")
                    .map(base::resolve)
                    .filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS) && !roots.contains(p))
                    .forEach(roots::add);
        }
        return new RootPaths(base, roots.stream().sorted().toList());
    }

    private static Path common(List<Path> roots) {
        Path first = roots.getFirst();
        Path common = Files.isDirectory(first) ? first : parent(first);
        for (Path root : roots) {
            while (!root.startsWith(common)) {
                common = parent(common);
            }
        }
        return common;
    }

    private static Path widen(Path base) {
        if (holds(base, "tenants") || holds(base, "platform")) {
            return base;
        }
        if (name(base).equals("tenants") || name(base).startsWith("tenant-")) {
            return parent(base);
        }
        return name(parent(base)).equals("tenants") ? parent(parent(base)) : base;
    }

    private static boolean holds(Path folder, String name) {
        return Files.isDirectory(folder.resolve(name));
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
