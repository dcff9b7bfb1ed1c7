package io.bitbuilder.systemd.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Derives the kind of a file from its path, as systemd does: by extension, name or folder. */
public final class FileKinds {
    private static final String DROP_INS = ".d";
    private static final String CONF = ".conf";

    /** By extension, for files and for the folders of their drop-ins. */
    private static final Map<String, FileKind> ENDINGS = endings();

    /** By name, for files and for the folders of their drop-ins. */
    private static final Map<String, FileKind> NAMES = names();

    /** By folder, for files with the extension {@code .conf}. */
    private static final Map<String, FileKind> FOLDERS = Map.of(
            "repart.d", kind("repart.d", FileSyntax.SECTIONS),
            "tmpfiles.d", kind("tmpfiles.d", FileSyntax.TMPFILES),
            "sysusers.d", kind("sysusers.d", FileSyntax.SYSUSERS));

    private FileKinds() {}

    /** Returns the kind of a file by its path, with {@code /} as separator; empty when systemd does not read it. */
    public static Optional<FileKind> of(String path) {
        String name = FilePath.name(path);
        String folder = FilePath.name(FilePath.folder(path));
        if (FOLDERS.containsKey(folder) && name.endsWith(CONF)) {
            return Optional.of(FOLDERS.get(folder));
        }
        boolean dropIn = name.endsWith(CONF) && folder.endsWith(DROP_INS);
        return dropIn ? named(folder.substring(0, folder.length() - DROP_INS.length())) : named(name);
    }

    /** Returns whether the string is a drop-in, {@code a.service.d/50-b.conf}. */
    static boolean isDropIn(String path) {
        String folder = FilePath.name(FilePath.folder(path));
        return path.endsWith(CONF)
                && folder.endsWith(DROP_INS)
                && !FOLDERS.containsKey(folder)
                && named(folder.substring(0, folder.length() - DROP_INS.length()))
                        .isPresent();
    }

    /** Returns the kind with a name such as {@code service}. */
    public static Optional<FileKind> byName(String kind) {
        return Stream.of(ENDINGS, NAMES, FOLDERS)
                .flatMap(m -> m.values().stream())
                .filter(k -> k.name().equals(kind))
                .findFirst();
    }

    /** Returns the names of all kinds, sorted. */
    public static List<String> all() {
        return Stream.of(ENDINGS, NAMES, FOLDERS)
                .flatMap(m -> m.values().stream())
                .map(FileKind::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<FileKind> named(String name) {
        if (NAMES.containsKey(name)) {
            return Optional.of(NAMES.get(name));
        }
        if (name.startsWith("extension-release.")) {
            return Optional.of(kind("extension-release", FileSyntax.ENVIRONMENT));
        }
        return credential(name).or(() -> Optional.ofNullable(ENDINGS.get(name.substring(name.lastIndexOf('.') + 1))));
    }

    /**
     * Returns the type of file that a credential contains, for credentials from which systemd-network-generator writes
     * files (systemd.system-credentials(7)).
     */
    private static Optional<FileKind> credential(String name) {
        return Stream.of("network", "netdev", "link")
                .filter(kind -> name.startsWith("network." + kind + "."))
                .map(ENDINGS::get)
                .findFirst();
    }

    private static Map<String, FileKind> endings() {
        Map<String, FileKind> endings = new TreeMap<>();
        for (String type :
                List.of("service", "socket", "mount", "automount", "swap", "timer", "path", "slice", "scope")) {
            endings.put(type, new FileKind(type, List.of(type, "unit"), FileSyntax.SECTIONS));
        }
        for (String type : List.of("target", "device")) {
            endings.put(type, new FileKind(type, List.of("unit"), FileSyntax.SECTIONS));
        }
        for (String type : List.of("network", "netdev", "link", "nspawn", "dns-delegate", "dnssd")) {
            endings.put(type, kind(type, FileSyntax.SECTIONS));
        }
        for (String type : List.of("transfer", "feature", "component")) {
            endings.put(type, kind("sysupdate." + type, FileSyntax.SECTIONS));
        }
        return Map.copyOf(endings);
    }

    private static Map<String, FileKind> names() {
        Map<String, FileKind> names = new TreeMap<>();
        for (String name : List.of(
                "networkd.conf",
                "resolved.conf",
                "journald.conf",
                "logind.conf",
                "timesyncd.conf",
                "system.conf",
                "coredump.conf",
                "homed.conf",
                "oomd.conf",
                "pstore.conf",
                "sleep.conf",
                "udev.conf",
                "sysext.conf",
                "confext.conf")) {
            names.put(name, kind(name, FileSyntax.SECTIONS));
        }
        names.put("user.conf", new FileKind("user.conf", List.of("system.conf"), FileSyntax.SECTIONS));
        names.put("os-release", kind("os-release", FileSyntax.ENVIRONMENT));
        return Map.copyOf(names);
    }

    private static FileKind kind(String type, FileSyntax syntax) {
        return new FileKind(type, List.of(type), syntax);
    }
}
