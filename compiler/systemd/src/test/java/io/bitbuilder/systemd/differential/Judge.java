package io.bitbuilder.systemd.differential;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.verify.ReportedLine;
import io.bitbuilder.systemd.verify.Verifier;
import java.util.List;

/**
 * Side of bbc: the complaints of systemd as {@code bbc verify} predicts them; its additional findings are not compared.
 */
final class Judge {
    private final Verifier verifier;

    Judge(int target) {
        verifier = Verifier.of(target);
    }

    SampleView view(Sample sample) {
        Findings findings = new Findings();
        verifier.verify(List.of(new RawFile("etc/" + sample.path(), sample.bytes())), false, findings);
        SampleView.Builder view = new SampleView.Builder();
        for (Finding finding : findings.sorted()) {
            if (finding.code().effect().isPresent() && finding.code().effect().get() != Effect.SILENT) {
                view.add(ReportedLine.of(finding), finding.code() + " " + finding.message());
            }
        }
        return view.build();
    }
}
