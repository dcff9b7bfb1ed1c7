package io.bitbuilder.systemd.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives the kind of a file from its path, as systemd does: by extension, name or folder. */
public final class FileKinds {
    private static final String DROP_INS = ".d";
    private static final String CONF = ".conf";

    /** By extension, for files and for the folders of their drop-ins. */
    private static final Map<String, FileKind> ENDINGS = byPathPart(FileKind.PathPart.ENDING);

    /** By name, for files and for the folders of their drop-ins. */
    private static final Map<String, FileKind> NAMES = byPathPart(FileKind.PathPart.NAME);

    /** By folder, for files with the extension {@code .conf}. */
    private static final Map<String, FileKind> FOLDERS = byPathPart(FileKind.PathPart.FOLDER);

    private FileKinds() {}

    /** Returns the kind of a file by its path, with {@code /} as separator; empty when systemd does not read it. */
    public static Optional<FileKind> of(String path) {
        String name = FilePath.name(path);
        String folder = FilePath.name(FilePath.folder(path));
        if (FOLDERS.containsKey(folder) && name.endsWith(CONF)) {
            return Optional.of(FOLDERS.get(folder));
        }
        boolean dropIn = name.endsWith(CONF) && folder.endsWith(DROP_INS);
        return dropIn ? extended(folder.substring(0, folder.length() - DROP_INS.length())) : named(name);
    }

    /** Returns whether the string is a drop-in, {@code a.service.d/50-b.conf}. */
    static boolean isDropIn(String path) {
        String folder = FilePath.name(FilePath.folder(path));
        return path.endsWith(CONF)
                && folder.endsWith(DROP_INS)
                && !FOLDERS.containsKey(folder)
                && extended(folder.substring(0, folder.length() - DROP_INS.length()))
                        .isPresent();
    }

    /**
     * Returns the kind that a folder of drop-ins extends; {@code service.d/} extends all services (systemd.unit(5)).
     */
    private static Optional<FileKind> extended(String name) {
        return named(name).or(() -> Optional.ofNullable(ENDINGS.get(name)).filter(FileKind::isUnit));
    }

    /** Returns the kind with a name such as {@code service}. */
    public static Optional<FileKind> byName(String kind) {
        return Stream.of(ENDINGS, NAMES, FOLDERS)
                .flatMap(m -> m.values().stream())
                .filter(k -> k.word().equals(kind))
                .findFirst();
    }

    /** Returns the names of all kinds, sorted. */
    public static List<String> all() {
        return Stream.of(ENDINGS, NAMES, FOLDERS)
                .flatMap(m -> m.values().stream())
                .map(FileKind::word)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<FileKind> named(String name) {
        if (NAMES.containsKey(name)) {
            return Optional.of(NAMES.get(name));
        }
        // Configuration of the instance for a namespace (journald.conf(5)).
        if (name.startsWith("journald@") && name.endsWith(CONF)) {
            return Optional.of(FileKind.JOURNALD_CONF);
        }
        if (name.startsWith("extension-release.")) {
            return Optional.of(FileKind.EXTENSION_RELEASE);
        }
        int dot = name.lastIndexOf('.');
        return credential(name)
                .or(() -> dot < 0 ? Optional.empty() : Optional.ofNullable(ENDINGS.get(name.substring(dot + 1))));
    }

    /**
     * Returns the type of file that a credential contains, for credentials from which systemd-network-generator writes
     * files (systemd.system-credentials(7)).
     */
    private static Optional<FileKind> credential(String name) {
        return Stream.of(FileKind.NETWORK, FileKind.NETDEV, FileKind.LINK)
                .filter(kind -> name.startsWith("network." + kind.mark() + "."))
                .findFirst();
    }

    private static Map<String, FileKind> byPathPart(FileKind.PathPart by) {
        return Stream.of(FileKind.values())
                .filter(k -> k.pathPart() == by)
                .collect(Collectors.toUnmodifiableMap(FileKind::mark, k -> k));
    }
}
