package io.bitbuilder.bbc.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders on a real file system: the same paths whichever folder is named, and nothing read through links. */
class FolderReaderTest {
    private static final String ACME = "tenants/acme/tenant.bbc";

    @TempDir
    Path top;

    @Test
    void aPathDoesNotDependOnTheNamedFolder() throws IOException {
        Path fleet = top.resolve("fleet");
        write(
                fleet,
                "platform/platform.bbc",
                ACME,
                "tenants/globex/metadata.json",
                "tenants/acme/README.md",
                ".git/x.bbc");
        List<String> whole = List.of("platform/platform.bbc", ACME, "tenants/globex/metadata.json");
        assertEquals(whole, paths(fleet));
        assertEquals(whole, paths(fleet.resolve("tenants"), fleet.resolve("platform")));
        for (String part : List.of("tenants", "tenants/acme", ACME, "platform")) {
            assertEquals(whole, paths(fleet.resolve(part)), "any part means the fleet");
        }
        assertEquals(whole, paths(fleet, fleet.resolve("tenants/acme")));
    }

    @Test
    void foldersOfTenantsNeedNoCommonFolder() throws IOException {
        write(top, "tenant-acme/metadata.json", "tenant-globex/metadata.json");
        List<String> whole = List.of("tenant-acme/metadata.json", "tenant-globex/metadata.json");
        assertEquals(whole, paths(top.resolve("tenant-acme")));
        assertEquals(whole, paths(top));
    }

    @Test
    void filesOutsideAFleetAreReadAlone() throws IOException {
        write(top, "a.bbc", "b.bbc");
        assertEquals(List.of("a.bbc"), paths(top.resolve("a.bbc")));
    }

    @Test
    void aLinkToAFolderMeansItsFleet() throws IOException {
        write(top, "fleet/platform/p.bbc", "fleet/" + ACME);
        Path link = Files.createSymbolicLink(top.resolve("mine"), top.resolve("fleet/tenants/acme"));
        assertEquals(List.of("platform/p.bbc", ACME), paths(link));
    }

    @Test
    void aFleetKeptUnderAFolderCalledTenantsIsAFleet() throws IOException {
        write(top, "tenants/joe/platform/p.bbc", "tenants/joe/tenants/acme/t.bbc");
        assertEquals(List.of("platform/p.bbc", "tenants/acme/t.bbc"), paths(top.resolve("tenants/joe")));
    }

    @Test
    void linksAndPipesAreRefused() throws IOException, InterruptedException {
        write(top, "secret/x.bbc", "fleet/platform/p.bbc");
        Path fleet = top.resolve("fleet");
        Files.createSymbolicLink(fleet.resolve("link.bbc"), top.resolve("secret/x.bbc"));
        Files.createSymbolicLink(fleet.resolve("platform/linked"), top.resolve("secret"));
        Files.createSymbolicLink(fleet.resolve("docs"), top.resolve("secret"));
        Files.createSymbolicLink(fleet.resolve("README.md"), top.resolve("secret/x.bbc"));
        new ProcessBuilder("mkfifo", fleet.resolve("pipe.bbc").toString())
                .start()
                .waitFor();
        Findings findings = new Findings();
        List<RawFile> files = FolderReader.read(List.of(fleet), Limits.DEFAULT, findings);
        assertEquals(
                List.of("platform/p.bbc"), files.stream().map(RawFile::path).toList());
        assertEquals(
                List.of("link.bbc:1:1 LEX013", "pipe.bbc:1:1 LEX013", "platform/linked:1:1 LEX013"),
                findings.sorted().stream()
                        .map(f -> f.primary().span() + " " + f.code())
                        .toList());
    }

    @Test
    void aLargeFileIsReadUpToTheLimit() throws IOException {
        Files.write(top.resolve("x.bbc"), new byte[200_000]);
        Limits limits = Limits.DEFAULT.with(Limit.FILE_BYTES, 100_000);
        assertEquals(
                100_001,
                FolderReader.read(List.of(top), limits, new Findings())
                        .getFirst()
                        .bytes()
                        .length);
    }

    @Test
    void aMissingFolderIsAFaultOfTheEnvironment() {
        assertThrows(EnvironmentFault.class, () -> paths(top.resolve("none")));
    }

    @Test
    void filesWithoutOwnerAreReported() throws IOException {
        write(top, "tenants/stray.bbc", "tenants/a--b/x.bbc", "tenants/acme/x.bbc");
        Findings findings = new Findings();
        SourceSet set = new SourceReader(Limits.DEFAULT, findings)
                .read(FolderReader.read(List.of(top), Limits.DEFAULT, findings));
        assertEquals(
                List.of("tenants/acme/x.bbc"),
                set.programs().stream().map(SourceFile::path).toList());
        assertEquals(
                List.of(Code.INVALID_TENANT_FOLDER, Code.FILE_WITHOUT_TENANT),
                findings.sorted().stream().map(Finding::code).toList());
    }

    @Test
    void limitsOfTenantsAndOfPaths() {
        Limits limits = Limits.DEFAULT.with(Limit.PATH_DEPTH, 3).with(Limit.FLEET_TENANTS, 1);
        assertEquals(1, findings(limits, "tenants/a/x.bbc", "tenants/b/x.bbc").size());
        assertEquals(1, findings(limits, "a/b/c/d/x.bbc").size());
        assertEquals(1, findings(limits, "x.bbc", "x.bbc").size());
    }

    @Test
    void filesAboveALimitAreNotRead() throws IOException {
        write(top, "tenants/a/x.bbc", "tenants/a/y.bbc", "tenants/a/z.bbc", "tenants/b/x.bbc");
        Findings findings = new Findings();
        List<RawFile> files = FolderReader.read(List.of(top), Limits.DEFAULT.with(Limit.TENANT_FILES, 2), findings);
        assertEquals(
                List.of("tenants/a/x.bbc", "tenants/a/y.bbc", "tenants/b/x.bbc"),
                files.stream().map(RawFile::path).toList());
        assertEquals(
                List.of("the tenant has too many input files (limit tenant-files: 2)"),
                findings.sorted().stream().map(Finding::message).toList());
    }

    private static List<String> findings(Limits limits, String... paths) {
        Findings findings = new Findings();
        new SourceReader(limits, findings)
                .read(Stream.of(paths)
                        .map(p -> new RawFile(p, new byte[] {'\n'}))
                        .toList());
        return findings.sorted().stream().map(Finding::message).toList();
    }

    private static List<String> paths(Path... roots) {
        return FolderReader.read(List.of(roots), Limits.DEFAULT, new Findings()).stream()
                .map(RawFile::path)
                .toList();
    }

    private static void write(Path root, String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), "");
        }
    }
}
