package io.bitbuilder.bbc.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.tree.FolderWriter.Outcome;
import io.bitbuilder.bbc.tree.FolderWriter.Step;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.MovedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderWriterTest {
    private static final Tree OLD = tree("fleet.json", "{}", "hosts/h1/etc/a", "old", "tenants/t/manifest.json", "{}");
    private static final Tree NEW = tree("fleet.json", "{ }", "hosts/h1/etc/b", "new");

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void place() {
        target = folder.resolve("deep/out");
    }

    @Test
    void createsReplacesAndKeepsTrees() throws IOException {
        assertEquals(Outcome.CREATED, FolderWriter.write(OLD, target));
        assertEquals(OLD.files(), FolderTree.read(target).files());
        assertEquals(Outcome.REPLACED, FolderWriter.write(NEW, target));
        assertEquals(NEW.files(), FolderTree.read(target).files());
        FileTime past = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(target.resolve("fleet.json"), past);
        assertEquals(Outcome.UNCHANGED, FolderWriter.write(NEW, target));
        assertEquals(past, Files.getLastModifiedTime(target.resolve("fleet.json")));
        assertEquals(List.of("out"), names(target.getParent()));
        assertEquals(
                "rw-r--r--",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("fleet.json"))));
        assertEquals(
                "rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("hosts"))));
    }

    @Test
    void anEmptyFolderIsFilledAndATamperedOneRepaired() throws IOException {
        Files.createDirectories(target);
        assertEquals(Outcome.CREATED, FolderWriter.write(OLD, target));
        Files.writeString(target.resolve("hosts/h1/etc/a"), "odd");
        assertEquals(Outcome.REPLACED, FolderWriter.write(OLD, target));
        Files.createFile(target.resolve("hosts/extra"));
        assertEquals(Outcome.REPLACED, FolderWriter.write(OLD, target));
        Files.delete(target.resolve("hosts/h1/etc/a"));
        Files.createSymbolicLink(target.resolve("hosts/h1/etc/a"), folder);
        assertEquals(Outcome.REPLACED, FolderWriter.write(OLD, target));
        assertEquals(OLD.files(), FolderTree.read(target).files());
        assertTrue(Files.exists(folder), "the link was followed");
    }

    @Test
    void writesManyFiles() {
        Tree many = Tree.of(IntStream.range(0, 500)
                .mapToObj(i -> TreeFile.of(i == 0 ? "fleet.json" : "hosts/h" + i % 7 + "/" + i, "x" + i))
                .toList());
        FolderWriter.write(many, target);
        assertEquals(many.files(), FolderTree.read(target).files());
    }

    @Test
    void foreignFilesAreNeverDeleted() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("thesis.txt"), "precious");
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, target));
        Files.writeString(target.resolve("fleet.json"), "{}");
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, target));
        assertEquals("precious", Files.readString(target.resolve("thesis.txt")));
        assertEquals(List.of("out"), names(target.getParent()));
    }

    @Test
    void refusesLinksFilesAndRoots() throws IOException {
        FolderWriter.write(OLD, target);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, link));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, dangling));
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, file));
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, Path.of("/")));
        assertEquals(OLD.files(), FolderTree.read(target).files());
    }

    @Test
    void aWorldWritableParentIsRefused() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThrows(EnvironmentFault.class, () -> FolderWriter.write(NEW, open.resolve("out")));
    }

    @Test
    void oneWriterAtATime() {
        FolderWriter.write(NEW, target, true, step -> {
            if (step == Step.STAGED) {
                assertThrows(MovedFault.class, () -> FolderWriter.write(OLD, target));
            }
        });
        assertEquals(NEW.files(), FolderTree.read(target).files());
    }

    @ParameterizedTest
    @CsvSource({
        "STAGED,true",
        "SYNCED,true",
        "SWAPPED,true",
        "OLD_DELETED,true",
        "STAGED,false",
        "SYNCED,false",
        "OLD_MOVED_AWAY,false",
        "SWAPPED,false",
        "OLD_DELETED,false"
    })
    void aCrashAtAnyStepLeavesTheOldOrTheNewTree(Step death, boolean canExchange) throws IOException {
        FolderWriter.write(OLD, target);
        assertThrows(
                Killed.class,
                () -> FolderWriter.write(NEW, target, canExchange, step -> {
                    if (step == death) {
                        throw new Killed();
                    }
                }));
        if (death != Step.OLD_MOVED_AWAY) {
            assertEquals(
                    death.compareTo(Step.SWAPPED) < 0 ? OLD.files() : NEW.files(),
                    FolderTree.read(target).files());
        } else {
            assertFalse(Files.exists(target));
        }
        // The next run tidies up, whatever it writes.
        FolderWriter.write(OLD, target);
        assertEquals(OLD.files(), FolderTree.read(target).files());
        assertEquals(List.of("out"), names(target.getParent()));
    }

    @Test
    void aFullDiskLeavesTheOldTree() throws IOException {
        FolderWriter.write(OLD, target);
        assertThrows(
                EnvironmentFault.class,
                () -> FolderWriter.write(NEW, target, true, step -> {
                    if (step == Step.STAGED) {
                        sneak(new IOException("No space left on device"));
                    }
                }));
        assertEquals(OLD.files(), FolderTree.read(target).files());
        assertEquals(List.of("out"), names(target.getParent()));
    }

    @Test
    void onlyTreesOfBbcAreRead() throws IOException {
        assertThrows(EnvironmentFault.class, () -> FolderTree.read(folder));
        FolderWriter.write(OLD, target);
        Files.createSymbolicLink(target.resolve("hosts/l"), Path.of("h1"));
        assertThrows(EnvironmentFault.class, () -> FolderTree.read(target));
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static Tree tree(String... pathsAndTexts) {
        return Tree.of(IntStream.range(0, pathsAndTexts.length / 2)
                .mapToObj(i -> TreeFile.of(pathsAndTexts[2 * i], pathsAndTexts[2 * i + 1]))
                .toList());
    }
}
