package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.fleet.Extension;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Extension of a workload and the folder of the host that holds it: the platform's own folder or mounted image, or the
 * tenant's folder of that name. A guest has no loop devices, so it always gets a folder.
 *
 * @param level of its release file, when the platform gives one
 * @param folder folder of the host that the guest gets
 */
public record ExtensionImage(
        String name, ExtensionType type, ImageSource source, Optional<String> level, String folder, Origin origin) {
    /** Returns the extensions of a workload: sysexts, then confexts, in the order of the program. */
    public static List<ExtensionImage> of(TenantOnHost onHost, Workload workload) {
        List<ExtensionImage> images = new ArrayList<>();
        workload.extensions()
                .sysext()
                .forEach(n -> images.add(of(
                        onHost, workload, n, ExtensionType.SYSEXT, workload.at().of("extensions.sysext"))));
        workload.extensions()
                .confext()
                .forEach(n -> images.add(of(
                        onHost,
                        workload,
                        n,
                        ExtensionType.CONFEXT,
                        workload.at().of("extensions.confext"))));
        return images;
    }

    private static ExtensionImage of(
            TenantOnHost onHost, Workload workload, String name, ExtensionType type, Origin origin) {
        Optional<Extension> declared = onHost.fleet().platform().extension(name);
        ImageSource source = declared.map(Extension::source)
                .orElseGet(() ->
                        new ImageSource(ImageSource.Format.DIRECTORY, HostPaths.ownExtension(onHost.name(), name)));
        String folder = source.format() == ImageSource.Format.RAW
                ? HostPaths.extensionMount(onHost.name(), workload.name(), name)
                : source.path();
        return new ExtensionImage(name, type, source, declared.flatMap(Extension::level), folder, origin);
    }

    /** Returns whether the host mounts an image for it. */
    boolean isMounted() {
        return source.format() == ImageSource.Format.RAW;
    }

    /** Returns the path where the guest's systemd looks for it. */
    String inside() {
        return (type == ExtensionType.SYSEXT ? "/run/extensions/" : "/run/confexts/") + name;
    }
}
