package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Image;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that every workload has an image: a directory for a container, a disk for a machine. */
public final class ImagePresence implements Check {
    @Override
    public void run(CheckScope scope) {
        Map<String, Image> images = scope.platform().images().stream()
                .collect(Collectors.toMap(Image::name, Function.identity(), (a, b) -> a));
        scope.eachWorkload((tenant, workload) -> {
            Optional<String> name =
                    workload.image().or(() -> scope.admit(tenant).flatMap(Admit::image));
            if (name.isPresent()) {
                Optional.ofNullable(images.get(name.get())).ifPresent(image -> format(scope, tenant, workload, image));
            } else if (!scope.platform().builtin() && !scope.isTrustUnknown(tenant)) {
                missing(scope, tenant, workload);
            }
        });
    }

    private static void missing(CheckScope scope, Tenant tenant, Workload workload) {
        scope.report(Finding.of(
                        Code.MISSING_IMAGE,
                        workload.at().block().span(),
                        CheckScope.title(tenant, workload) + " has no image")
                .why("neither the workload nor the platform's `admit " + tenant.name() + "` names one")
                .fix("write `image = NAME` with an image of the platform"));
    }

    private static void format(CheckScope scope, Tenant tenant, Workload workload, Image image) {
        ImageSource.Format wanted = switch (workload) {
            case Container c -> ImageSource.Format.DIRECTORY;
            case Machine m -> ImageSource.Format.RAW;
        };
        if (image.source().format() != wanted) {
            boolean folder = wanted == ImageSource.Format.DIRECTORY;
            scope.report(Finding.of(
                            Code.WRONG_IMAGE_FORM,
                            workload.at().span("image"),
                            CheckScope.title(tenant, workload) + " uses image " + image.name() + ", which is "
                                    + (folder ? "a disk" : "a directory"))
                    .also(image.at().span("source"), "image")
                    .why(
                            folder
                                    ? "a container starts from a directory, `directory(\"…\")`"
                                    : "a machine starts from a disk, `raw(\"…\")`")
                    .fix("name an image of the required form"));
        }
    }
}
