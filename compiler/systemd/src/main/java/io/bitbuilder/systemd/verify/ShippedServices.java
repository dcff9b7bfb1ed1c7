package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FilePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services that systemd ships and that can have one command only, for drop-ins that add another one. */
final class ShippedServices {
    private static final Map<String, String> TYPES = CatalogueTable.rows("services.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

    private ShippedServices() {}

    /** Returns what is known of the file of a service: its type, and that it has a command. */
    static Optional<RawFile> of(FileKind kind, FilePath path) {
        return kind == FileKind.SERVICE && path.folder().startsWith("systemd/system")
                ? Stream.concat(Stream.of(path.object()), UnitAliases.template(path.object()).stream())
                        .filter(TYPES::containsKey)
                        .findFirst()
                        .map(name -> new RawFile(
                                "usr/lib/systemd/system/" + name,
                                ("[Service]\nType=" + TYPES.get(name) + "\nBusName=org.freedesktop.systemd1\n"
                                                + "ExecStart=" + name + "\n")
                                        .getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
