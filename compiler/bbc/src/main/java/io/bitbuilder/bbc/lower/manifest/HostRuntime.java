package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.FixedFile;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Files that are the same on every host: the units and scripts of {@code stdlib/host}, listed in its index. */
public final class HostRuntime {
    private static final ArtefactKind SCRIPT = ArtefactKind.of("host-script");
    private static final ArtefactKind UNIT = ArtefactKind.of("host-unit");
    private static final String SCRIPTS = "etc/bbc/host/";
    private static final String FOLDER = "/stdlib/host/";

    private final List<FixedFile> files;

    private HostRuntime(List<FixedFile> files) {
        this.files = files;
    }

    public static HostRuntime load() {
        String index = new String(bytes("index"), StandardCharsets.UTF_8);
        return new HostRuntime(index.lines()
                .map(path -> new FixedFile(path, kind(path), bytes(path)))
                .toList());
    }

    private static ArtefactKind kind(String path) {
        return path.startsWith(SCRIPTS) ? SCRIPT : UNIT;
    }

    private static byte[] bytes(String path) {
        try (InputStream in = HostRuntime.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new InternalFault(FOLDER + path + " is missing from the installation");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Stream<Artefact> of(Host host) {
        return files.stream().map(f -> new FixedFile("hosts/" + host.name() + "/" + f.path(), f.kind(), f.bytes()));
    }
}
