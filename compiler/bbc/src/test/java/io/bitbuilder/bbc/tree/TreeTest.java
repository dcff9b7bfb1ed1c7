package io.bitbuilder.bbc.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.fault.InternalFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "a/../b",
                "a/./b",
                "a\\b",
                "a b",
                "a\nb",
                "ä",
                ".git/config",
                "x/.GIT",
                "a\u0000"
            })
    void unsafePathsAreRefused(String path) {
        assertThrows(InternalFault.class, () -> TreeFile.of(path, ""));
    }

    @Test
    void limitsTheLengthOfNamesAndPaths() {
        assertEquals(255, TreeFile.of("a".repeat(255), "").path().length());
        assertThrows(InternalFault.class, () -> TreeFile.of("a".repeat(256), ""));
        assertThrows(InternalFault.class, () -> TreeFile.of("a/".repeat(512) + "b", ""));
    }

    @Test
    void namesOfUnitsAndLinksAreAccepted() {
        assertEquals(
                "hosts/h1/etc/systemd/system/tenant@t1.service.d/50-bbc.conf",
                TreeFile.of("hosts/h1/etc/systemd/system/tenant@t1.service.d/50-bbc.conf", "")
                        .path());
    }

    @Test
    void aDuplicatePathIsAnInternalFault() {
        assertThrows(InternalFault.class, () -> tree("x", "x"));
    }

    @Test
    void aFileBelowAFileIsAnInternalFault() {
        assertThrows(InternalFault.class, () -> tree("a", "a-b", "a/b/c"));
    }

    @Test
    void findsFilesAndFolders() {
        Tree tree = tree("h/a", "h/b/c", "h-1/x", "h0");
        assertArrayEquals("h/a".getBytes(), tree.bytes("h/a").orElseThrow());
        assertTrue(tree.bytes("h").isEmpty());
    }

    @Test
    void folderIdsAreThoseOfGit(@TempDir Path folder) throws Exception {
        Tree tree = tree("a-b", "a.b", "a/b/c", "a/x", "a0", "fleet.json");
        for (TreeFile file : tree.files()) {
            Files.createDirectories(folder.resolve(file.path()).getParent());
            Files.write(folder.resolve(file.path()), file.bytes());
        }
        git(folder, "init", "-q");
        git(folder, "add", "-A");
        String root = git(folder, "write-tree");
        assertEquals(root, TreeIds.of(tree).get(""));
        assertEquals(git(folder, "rev-parse", root + ":a/b"), TreeIds.of(tree).get("a/b"));
        assertEquals(git(folder, "rev-parse", root + ":a0"), TreeIds.blob("a0".getBytes()));
    }

    private static String git(Path folder, String... words) throws Exception {
        Process git = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                .directory(folder.toFile())
                .start();
        String out = new String(git.getInputStream().readAllBytes());
        assertEquals(0, git.waitFor(), () -> String.join(" ", words));
        return out.strip();
    }

    private static Tree tree(String... paths) {
        return Tree.of(Stream.of(paths).map(p -> TreeFile.of(p, p)).toList());
    }

    private static List<String> paths(Tree tree) {
        return tree.files().stream().map(TreeFile::path).toList();
    }
}
