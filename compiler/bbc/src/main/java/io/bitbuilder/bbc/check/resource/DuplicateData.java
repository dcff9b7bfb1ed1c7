package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.core.diagnostic.Code;

/** Checks that no block gets the data that a renamed one keeps under its former name. */
public final class DuplicateData implements Check {
    @Override
    public void run(CheckScope scope) {
        UniqueClaims<String> once = new UniqueClaims<>();
        scope.eachWorkload((tenant, workload) -> {
            String title = CheckScope.title(tenant, workload);
            once.claim(
                    workload.data().toString(),
                    Claimant.of(tenant, title, workload.at().block()));
            workload.volume()
                    .forEach(volume -> once.claim(
                            volume.data().toString(),
                            Claimant.of(
                                    tenant,
                                    "volume " + volume.name() + " of " + title,
                                    volume.at().block())));
        });
        once.report(
                scope,
                Code.DUPLICATE_DATA,
                (name, claimant) -> "duplicate data `" + name + "` of " + claimant.title(),
                "a renamed block keeps its data under its former name, in the lock file of its tenant",
                "give the newer block another name");
    }
}
