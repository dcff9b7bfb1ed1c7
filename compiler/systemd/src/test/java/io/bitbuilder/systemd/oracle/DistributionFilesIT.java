package io.bitbuilder.systemd.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.object.VerifyInput;
import io.bitbuilder.systemd.verify.TreeFiles;
import io.bitbuilder.systemd.verify.TreeListing;
import io.bitbuilder.systemd.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code bbc verify} of the files that the distribution ships has only correct findings. */
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class DistributionFilesIT {
    /**
     * Four correct findings: a setting in a section of an old name, twice; one in another section than documented; an
     * order after a template.
     */
    private static final List<String> TRUE = List.of(
            "SYS014 usr/lib/systemd/network/80-container-host0-tun.network",
            "SYS014 usr/lib/systemd/network/80-container-host0.network",
            "SYS108 usr/lib/systemd/system/systemd-fsck@.service",
            "SYS014 usr/lib/systemd/system/systemd-sysinstall.service");

    @Test
    void distributionFilesHaveNoFalseFindings(OracleRoot oracle) {
        Path root = oracle.path();
        List<Path> folders = Stream.of(
                        "usr/lib/systemd",
                        "etc/systemd",
                        "usr/lib/tmpfiles.d",
                        "usr/lib/sysusers.d",
                        "usr/lib/os-release")
                .map(root::resolve)
                .filter(Files::exists)
                .toList();
        TreeListing listing = TreeFiles.read(folders);
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(
                        new VerifyInput(listing.files(), listing.others(), listing.links(), true, Optional.empty()),
                        findings);
        assertEquals(
                TRUE,
                findings.sorted().stream()
                        .map(f -> f.code() + " "
                                + root.relativize(
                                        Path.of(f.primary().span().file().path())))
                        .toList());
    }
}
