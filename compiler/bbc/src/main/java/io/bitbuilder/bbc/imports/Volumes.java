package io.bitbuilder.bbc.imports;

import java.util.List;
import java.util.Optional;

/** Volumes of compose and Quadlet: named ones become volumes of the workload. */
final class Volumes {
    private static final List<String> LONG = List.of("type", "source", "target", "read_only");
    private static final String HOST = "a path of the host: put its content in the image, an extension or a volume";

    private final TenantDraft tenant;
    private final WorkloadDraft workload;

    Volumes(TenantDraft tenant, WorkloadDraft workload) {
        this.tenant = tenant;
        this.workload = workload;
    }

    /** Adds a volume; returns the reason for what it leaves. */
    Optional<String> add(Item item) {
        if (item instanceof Item.Mapping mapping) {
            return mapping(mapping);
        }
        String[] parts = item.text().split(":", 3);
        if (parts.length < 2) {
            return Optional.of("a volume without a name is lost with its container");
        }
        List<String> options = parts.length < 3 ? List.of() : List.of(parts[2].split(","));
        List<String> other =
                options.stream().filter(o -> !o.equals("ro") && !o.equals("rw")).toList();
        return add(parts[0], parts[1], options.contains("ro"))
                .or(() -> other.isEmpty()
                        ? Optional.empty()
                        : Optional.of("the volume has no option " + String.join(", ", other)));
    }

    private Optional<String> mapping(Item.Mapping volume) {
        List<String> other = volume.entries().keySet().stream()
                .filter(key -> !LONG.contains(key))
                .toList();
        if (!volume.at("type").text().equals("volume")) {
            return Optional.of(HOST);
        }
        boolean readOnly = Scalars.bool(volume.at("read_only").text()).orElse(false);
        return add(volume.at("source").text(), volume.at("target").text(), readOnly)
                .or(() -> other.isEmpty()
                        ? Optional.empty()
                        : Optional.of("the volume has no " + String.join(", ", other)));
    }

    private Optional<String> add(String source, String target, boolean readOnly) {
        if (source.isEmpty() || "./~%$".indexOf(source.charAt(0)) >= 0 || source.contains("/")) {
            return Optional.of(HOST);
        }
        String name = source.endsWith(".volume") ? source.substring(0, source.length() - ".volume".length()) : source;
        Optional<String> mount = ImportConversions.mount(target);
        if (mount.isEmpty()) {
            return Optional.of("not a mount point");
        }
        return tenant.volume(workload, name, mount.get(), readOnly)
                ? Optional.empty()
                : Optional.of("a volume has one mount point");
    }
}
