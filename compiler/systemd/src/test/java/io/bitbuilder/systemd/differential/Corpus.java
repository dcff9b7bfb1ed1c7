package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.oracle.OracleRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Good files to begin with: those of {@code differential/corpus}, and those that the distribution ships with systemd.
 */
final class Corpus {
    private static final Map<FileType, String> SHIPPED = Map.of(
            FileType.SERVICE,
            "usr/lib/systemd/system/*.service",
            FileType.SOCKET,
            "usr/lib/systemd/system/*.socket",
            FileType.TARGET,
            "usr/lib/systemd/system/*.target",
            FileType.TIMER,
            "usr/lib/systemd/system/*.timer",
            FileType.PATH,
            "usr/lib/systemd/system/*.path",
            FileType.SLICE,
            "usr/lib/systemd/system/*.slice",
            FileType.NETWORK,
            "usr/lib/systemd/network/*.network",
            FileType.LINK,
            "usr/lib/systemd/network/*.link",
            FileType.TMPFILES,
            "usr/lib/tmpfiles.d/*.conf",
            FileType.SYSUSERS,
            "usr/lib/sysusers.d/*.conf");

    private final Map<FileType, List<String>> documents = new EnumMap<>(FileType.class);

    private Corpus() {}

    /** Both. */
    static Corpus load(OracleRoot root) {
        return load(Optional.of(root));
    }

    /** Those of the test alone. */
    static Corpus own() {
        return load(Optional.empty());
    }

    private static Corpus load(Optional<OracleRoot> root) {
        Corpus corpus = new Corpus();
        for (FileType type : FileType.values()) {
            List<String> all = new ArrayList<>();
            for (String document : TestResource.text("corpus/" + type.label().replace("-conf", ".conf") + ".txt")
                    .split("(?m)^-----\n")) {
                all.add(TestResource.bytes(document));
            }
            // Their own, twice: they say more than most that are shipped.
            all.addAll(List.copyOf(all));
            root.ifPresent(present -> all.addAll(shipped(present, type)));
            corpus.documents.put(type, List.copyOf(all));
        }
        return corpus;
    }

    /** Texts in the form of {@link Sample#text}, with {@code @N@} where the name of the sample belongs. */
    List<String> of(FileType type) {
        return documents.get(type);
    }

    private static List<String> shipped(OracleRoot root, FileType type) {
        if (!SHIPPED.containsKey(type)) {
            return List.of();
        }
        Path pattern = Path.of(SHIPPED.get(type));
        String ending = pattern.getFileName().toString().substring(1);
        try (Stream<Path> files = Files.list(root.path().resolve(pattern).getParent())) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .map(Corpus::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
