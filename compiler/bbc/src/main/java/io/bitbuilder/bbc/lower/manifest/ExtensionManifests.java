package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.fleet.Architecture;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.lower.unit.ExtensionImage;
import io.bitbuilder.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One folder for each extension that a tenant uses, {@code tenants/<tenant>/extensions/<name>.sysext} or
 * {@code .confext}: the release file that the image must hold, and a manifest with its source and the workloads that
 * merge it.
 */
public final class ExtensionManifests {
    private static final ArtefactKind KIND = ArtefactKind.of("extension-manifest");

    private ExtensionManifests() {}

    /** Use of an extension: its image, and the host and workload. */
    private record Use(ExtensionImage image, Architecture architecture, String host, String workload) {}

    public static List<Artefact> of(String tenant, List<TenantOnHost> onHosts) {
        SortedMap<String, List<Use>> uses = new TreeMap<>();
        for (TenantOnHost onHost : onHosts) {
            onHost.workloads()
                    .forEach(workload -> ExtensionImage.of(onHost, workload)
                            .forEach(image -> uses.computeIfAbsent(
                                            image.name() + "." + word(image.type()), k -> new ArrayList<>())
                                    .add(new Use(
                                            image,
                                            onHost.host().architecture(),
                                            onHost.host().name(),
                                            workload.name()))));
        }
        List<Artefact> files = new ArrayList<>();
        uses.forEach(
                (name, all) -> files.addAll(folder(tenant, "tenants/" + tenant + "/extensions/" + name + "/", all)));
        return files;
    }

    private static List<Artefact> folder(String tenant, String folder, List<Use> uses) {
        ExtensionImage image = uses.getFirst().image();
        Set<Architecture> architectures =
                new TreeSet<>(uses.stream().map(Use::architecture).toList());
        Optional<Architecture> one =
                architectures.size() == 1 ? Optional.of(architectures.iterator().next()) : Optional.empty();
        String release = (image.type() == ExtensionType.SYSEXT ? "usr/lib/" : "etc/")
                + "extension-release.d/extension-release." + image.name();
        ManifestObject manifest = ManifestObject.of(image.origin())
                .put("name", image.name())
                .put("type", word(image.type()))
                .put("source", image.source().path())
                .put("form", image.source().format().name().toLowerCase(Locale.ROOT))
                .put("level", image.level(), image.origin())
                .put(
                        "architectures",
                        Json.texts(
                                architectures.stream().map(Architecture::word).toList()))
                .put(
                        "workloads",
                        Json.texts(
                                new TreeSet<>(uses.stream().map(Use::workload).toList())))
                .put(
                        "hosts",
                        Json.texts(new TreeSet<>(uses.stream().map(Use::host).toList())))
                .put("files", Json.texts(List.of(release)));
        return List.of(
                manifest.file(folder + "manifest.json", KIND),
                ReleaseFile.of(folder + release, Banner.tenant(tenant), image, one));
    }

    private static String word(ExtensionType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
