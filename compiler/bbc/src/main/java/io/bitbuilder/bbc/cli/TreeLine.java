package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.explain.Explainer;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of a compiled tree that a person names: {@code build/tree/hosts/node-a/host.json}.
 *
 * @param file its path on disk, if it exists
 * @param path its path in the tree
 */
record TreeLine(Path file, String path) {
    /**
     * Returns the file whose path in the tree is the longest end of the path given; an {@link EnvironmentFault} when
     * there is none.
     */
    static TreeLine of(String given, Path folder, Tree tree) {
        Path file = folder.resolve(given);
        Path asked = Path.of(given).normalize();
        for (int from = 0; from < asked.getNameCount(); from++) {
            String path = asked.subpath(from, asked.getNameCount()).toString();
            if (tree.bytes(path).isPresent()) {
                boolean whole = from == 0 && !asked.isAbsolute();
                if (!whole && !exists(file)) {
                    throw new EnvironmentFault("no file `" + given + "`; without the folder of the tree, `" + path
                            + "`, the sources alone answer");
                }
                return new TreeLine(file, path);
            }
        }
        throw new EnvironmentFault(
                exists(file)
                        ? "`" + given
                                + "` is not part of the tree of these sources: the tree is older, or of another fleet"
                        : "no file `" + given + "`, neither here nor in the tree of these sources");
    }

    /**
     * Returns the first difference between the file on disk and the compiled one, in one sentence; empty when it is the
     * same, or absent.
     */
    Optional<String> difference(Tree tree) {
        byte[] compiled = tree.bytes(path).orElseThrow();
        byte[] found = exists(file) ? read() : compiled;
        if (Arrays.equals(found, compiled)) {
            return Optional.empty();
        }
        List<String> here = Explainer.lines(found);
        List<String> there = Explainer.lines(compiled);
        int at = 0;
        while (at < here.size() && at < there.size() && here.get(at).equals(there.get(at))) {
            at++;
        }
        return Optional.of(TerminalEscapes.ascii(
                path + " differs from the compiled file, first in line " + (at + 1) + ": found " + shown(here, at)
                        + ", compiled " + shown(there, at) + "; compile the tree again, or name its sources"));
    }

    private static String shown(List<String> lines, int at) {
        return at < lines.size() ? "`" + lines.get(at) + "`" : "no such line";
    }

    private static boolean exists(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + file + "`", e);
        }
    }
}
