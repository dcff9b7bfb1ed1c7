package io.bitbuilder.bbc.golden;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.Relocation;
import io.bitbuilder.bbc.read.Listing;
import io.bitbuilder.bbc.read.TreeFiles;
import io.bitbuilder.bbc.verify.Given;
import io.bitbuilder.bbc.verify.Kinds;
import io.bitbuilder.bbc.verify.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code bbc verify} finds in a folder. */
final class VerifiedTree {
    private VerifiedTree() {}

    /** The findings in their order, with paths below the folder. */
    static List<Finding> findings(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        Listing listing = TreeFiles.read(List.of(root), path -> Kinds.of(path).isPresent());
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST).verify(new Given(listing.files(), listing.others(), listing.links(), true, Optional.empty()), findings);
        return Relocation.by(path -> root.relativize(Path.of(path)).toString(), findings.sorted());
    }
}
