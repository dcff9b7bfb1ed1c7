package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.scalar.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Images of a workload: volumes and roots of containers are ext4 images of a fixed size, so that the size is enforced;
 * the host mounts them for a container. A machine gets its volumes as drives, which the host never reads. Extensions
 * that are images are mounted for both.
 */
public final class StorageUnits {
    private static final ArtefactKind VOLUME = ArtefactKind.of("volume");
    private static final ArtefactKind MOUNT = ArtefactKind.of("mount");

    private final TenantOnHost onHost;
    private final Workload workload;
    private final List<Artefact> files = new ArrayList<>();
    private final List<String> units = new ArrayList<>();

    private StorageUnits(TenantOnHost onHost, Workload workload) {
        this.onHost = onHost;
        this.workload = workload;
    }

    /** Files of a workload's images, and the units that the workload requires. */
    public record Units(List<Artefact> files, List<String> required) {}

    /** Returns the units that create and mount the images of a workload. */
    public static Units of(TenantOnHost onHost, Workload workload) {
        StorageUnits storage = new StorageUnits(onHost, workload);
        storage.root();
        storage.volumes();
        storage.extensions();
        return new Units(List.copyOf(storage.files), List.copyOf(storage.units));
    }

    private void root() {
        if (workload instanceof Machine) {
            return;
        }
        workload.root().size().ifPresent(size -> {
            Origin origin = workload.at().of("root.size");
            String unit = TenantUnitNames.rootImage(onHost.name(), workload.name());
            String image = HostPaths.image(workload.data());
            UUID id = HostPaths.fileSystemId(workload.data());
            ImageSource source = onHost.image(workload);
            image(new Image("Root", unit, image, size, id, source.path(), Optional.empty(), origin));
            mount(new Mount(
                    "Root", unit, image, HostPaths.rootMount(onHost.name(), workload.name()), "loop,nodev", origin));
        });
    }

    private void volumes() {
        workload.volume().forEach(volume -> {
            Origin origin = volume.at().of("size");
            String unit = TenantUnitNames.volumeImage(onHost.name(), workload.name(), volume.name());
            UUID id = HostPaths.fileSystemId(volume.data());
            if (workload instanceof Machine) {
                String drive = HostPaths.drive(volume.data());
                image(new Image(
                        "Volume " + volume.name(), unit, drive, volume.size(), id, "", reserved(volume), origin));
                units.add(unit);
            } else {
                String image = HostPaths.image(volume.data());
                image(new Image(
                        "Volume " + volume.name(), unit, image, volume.size(), id, "", reserved(volume), origin));
                String where = HostPaths.volumeMount(onHost.name(), workload.name(), volume.name());
                mount(new Mount(
                        "Volume " + volume.name(),
                        unit,
                        image,
                        where,
                        "loop,nosuid,nodev",
                        volume.at().block()));
            }
        });
    }

    private static Optional<Origin> reserved(Volume volume) {
        return volume.reserve() ? Optional.of(volume.at().of("reserve")) : Optional.empty();
    }

    private void extensions() {
        ExtensionImage.of(onHost, workload).stream()
                .filter(ExtensionImage::isMounted)
                .forEach(extension -> mount(new Mount(
                        "Extension " + extension.name(),
                        "",
                        extension.source().path(),
                        extension.folder(),
                        "loop,ro,nosuid,nodev",
                        extension.origin())));
    }

    private record Image(
            String what,
            String unit,
            String path,
            Size size,
            UUID id,
            String source,
            Optional<Origin> reserved,
            Origin origin) {}

    private void image(Image image) {
        files.add(SystemdFile.of(
                onHost.etc("systemd/system/" + image.unit + ".d/50-bbc.conf"),
                VOLUME,
                onHost.banner(),
                Section.named("Unit", image.origin).set("Description", description(image.what)),
                Section.named("Service", image.origin)
                        .set("Environment", new UnitEnvironment("BBC_IMAGE", image.path))
                        .set("Environment", new UnitEnvironment("BBC_SIZE", Long.toString(image.size.bytes())))
                        .set("Environment", new UnitEnvironment("BBC_UUID", image.id.toString()))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_SOURCE", image.source),
                                workload.at().of("image"))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_RESERVE", image.reserved.isPresent() ? "yes" : "no"),
                                image.reserved.orElse(image.origin))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_READER", workload instanceof Machine ? "guest" : "host"),
                                workload.at().block())));
    }

    private record Mount(String what, String image, String device, String where, String options, Origin origin) {}

    private void mount(Mount mount) {
        String unit = TenantUnitNames.mount(mount.where);
        Section.Builder head = Section.named("Unit", mount.origin)
                .set("Description", description(mount.what))
                .set("DefaultDependencies", Word.of(false))
                .set("Conflicts", Word.of("umount.target"))
                .set("Before", Word.of("umount.target"));
        if (!mount.image.isEmpty()) {
            head.set("Requires", Word.of(mount.image)).set("After", Word.of(mount.image));
        }
        Section.Builder body = Section.named("Mount", mount.origin)
                .set("What", Word.of(mount.device))
                .set("Where", Word.of(mount.where));
        if (!mount.image.isEmpty()) {
            body.set("Type", Word.of("ext4"));
        }
        files.add(SystemdFile.of(
                onHost.etc("systemd/system/" + unit),
                MOUNT,
                onHost.banner(),
                head,
                body.set("Options", Word.of(mount.options))));
        units.add(unit);
    }

    private UnitText description(String what) {
        return new UnitText(what + " of " + workload.name() + " of tenant " + onHost.name());
    }
}
