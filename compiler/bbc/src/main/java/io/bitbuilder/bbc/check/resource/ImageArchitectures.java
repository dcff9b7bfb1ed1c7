package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Architecture;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Image;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that the host of a workload runs the programs of its image; placement chooses no other host by itself. */
public final class ImageArchitectures implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> workload.image()
                .or(() -> scope.admit(tenant).flatMap(Admit::image))
                .flatMap(scope.platform()::image)
                .ifPresent(image -> image.architecture()
                        .ifPresent(wanted -> scope.host(workload.place())
                                .filter(host -> host.architecture() != wanted
                                        && !CheckScope.isUndescribed(host)
                                        && !scope.isStandIn(tenant, workload.name(), ClaimField.PLACE))
                                .ifPresent(host -> report(scope, tenant, workload, image, wanted, host)))));
    }

    private static void report(
            CheckScope scope, Tenant tenant, Workload workload, Image image, Architecture wanted, Host host) {
        scope.report(Finding.of(
                        Code.WRONG_ARCHITECTURE,
                        workload.at().span("place"),
                        CheckScope.title(tenant, workload) + " is on host " + host.name() + ", which is "
                                + host.architecture().word() + ", but its image " + image.name() + " is for "
                                + wanted.word())
                .also(image.at().span("architecture"), "image")
                .also(host.at().span("architecture"), "host")
                .why("a host runs programs of its own architecture only")
                .fix("write `place` with a host of " + wanted.word() + ", or an image for "
                        + host.architecture().word()));
    }
}
