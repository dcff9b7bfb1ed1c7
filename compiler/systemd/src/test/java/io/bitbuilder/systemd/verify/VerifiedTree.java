package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Relocation;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.object.VerifyInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Returns the findings of {@code bbc verify} in a folder. */
final class VerifiedTree {
    private VerifiedTree() {}

    /** The findings in their order, with paths below the folder. */
    static List<Finding> findings(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        TreeListing listing = TreeFiles.read(List.of(root));
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(
                        new VerifyInput(listing.files(), listing.others(), listing.links(), true, Optional.empty()),
                        findings);
        return Relocation.by(path -> root.relativize(Path.of(path)).toString(), findings.sorted());
    }
}
