package io.bitbuilder.bbc.differential;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.source.RawFile;
import io.bitbuilder.bbc.verify.Verifier;
import java.util.List;

/** bbc's side: what {@code bbc verify} says that systemd says; what it adds of its own is not compared. */
final class Judge {
    private final Verifier verifier;

    Judge(int target) {
        verifier = Verifier.of(target);
    }

    View view(Sample sample) {
        Findings findings = new Findings();
        verifier.verify(List.of(new RawFile("etc/" + sample.path(), sample.bytes())), false, findings);
        View.Builder view = new View.Builder();
        for (Finding finding : findings.sorted()) {
            if (finding.code().effect().isPresent() && finding.code().effect().get() != Effect.SILENT) {
                view.add(finding.primary().span().line(), finding.code() + " " + finding.message());
            }
        }
        return view.build();
    }
}
