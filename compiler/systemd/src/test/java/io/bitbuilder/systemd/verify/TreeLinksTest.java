package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.object.VerifyInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links and names on a disk: masks, links that start units, files without an extension. */
class TreeLinksTest {
    @TempDir
    private Path folder = Path.of("");

    private Path put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path link(String path, String target) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createSymbolicLink(file, Path.of(target));
    }

    private List<String> codes() {
        return VerifiedTree.findings(folder).stream()
                .map(f -> f.code().id() + " " + f.primary().span().file().path())
                .toList();
    }

    /** systemd-analyze verify says "Unit m.service is masked", and fails. */
    @Test
    void aMaskIsReportedWhenItIsAskedForAlone() throws IOException {
        Path mask = link("etc/systemd/system/m.service", "/dev/null");
        TreeListing listing = TreeFiles.read(List.of(mask));
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(
                        new VerifyInput(listing.files(), listing.others(), listing.links(), false, Optional.empty()),
                        findings);
        assertEquals(
                List.of("an empty file or a link to /dev/null masks the unit; systemd cannot start it"),
                findings.sorted().stream().map(Finding::message).toList());
        assertEquals(List.of(), codes());
    }

    @ParameterizedTest
    @CsvSource({
        "../a.service, a.service, ''",
        "../b.service, b.service, SYS121",
        "/etc/systemd/system/b.service, b.service, SYS121",
        "/usr/lib/systemd/system/cron.service, cron.service, ''",
        "../a.service, sshd.service, ''",
        "/dev/null, b.service, ''"
    })
    void aLinkMayStartAUnitOfNoFile(String target, String name, String code) throws IOException {
        put("etc/systemd/system/a.service", "[Service]\nExecStart=/usr/bin/a\n");
        link("etc/systemd/system/multi-user.target.wants/" + name, target);
        assertEquals(
                code.isEmpty() ? List.of() : List.of(code + " etc/systemd/system/multi-user.target.wants/" + name),
                codes());
    }

    @ParameterizedTest
    @CsvSource({
        "etc/systemd/system/web, 1",
        "usr/lib/systemd/network/lan, 1",
        "etc/systemd/system/README, 0",
        "etc/systemd/system/.keep, 0",
        "etc/systemd/system/web~, 0",
        "etc/systemd/web, 0",
        "src/systemd/system/install, 0"
    })
    void aNameNeedsAnExtension(String path, int found) throws IOException {
        put(path, "[Service]\nExecStart=/usr/bin/a\n");
        assertEquals(found == 0 ? List.of() : List.of("SYS110 " + path), codes());
    }
}
