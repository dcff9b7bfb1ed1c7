package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that systemd does not read because of their folder or name. */
final class LocationRules {
    private static final Pattern SYSTEMD =
            Pattern.compile("(?:etc|run|usr/local/lib|usr/lib)/systemd/(?<name>[^/]+\\.conf)");

    /** Folders with files of certain extensions only. */
    private static final Pattern FOLDERS =
            Pattern.compile("(?:etc|run|usr/local/lib|usr/lib)/systemd/(?<folder>system|user|network|nspawn)"
                    + "/(?<name>[^/]+\\.(?:conf|service|network|netdev|link|nspawn))");

    /** Drop-ins. */
    private static final Pattern DROP_IN = Pattern.compile(
            "(?:etc|run|usr/local/lib|usr/lib)/systemd/(?:system|user|network)/(?<folder>[^/]+)\\.d/[^/]+\\.conf");

    /** Files of systemd's programs that the catalogue does not cover. */
    private static final Set<String> OTHERS = Set.of(
            "journal-remote.conf",
            "journal-upload.conf",
            "iocost.conf",
            "ukify.conf",
            "resolv.conf",
            "kernel-install.conf",
            "bootctl.conf");

    private static final Map<String, String> ENDINGS = Map.of(
            "system", "files of units",
            "user", "files of units",
            "network", ".network, .netdev and .link files",
            "nspawn", ".nspawn files");

    /** Names of units without extension: the folder {@code service.d} is for all services. */
    private static final Pattern PREFIXES = Pattern.compile("[a-zA-Z0-9:_.\\\\@-]+");

    private LocationRules() {}

    static void judge(HostFiles host, FindingSink sink) {
        MisplacedFiles.judge(host, sink);
        host.paths().forEach(path -> checkPlace(host, path, sink));
        host.objects().forEach(object -> checkName(object, sink));
    }

    private static void checkPlace(HostFiles host, String path, FindingSink sink) {
        Matcher main = SYSTEMD.matcher(path);
        if (main.matches() && FileKinds.of(path).isEmpty() && !OTHERS.contains(main.group("name"))) {
            checkDaemon(host, path, main.group("name"), sink);
        }
        Matcher folder = FOLDERS.matcher(path);
        if (folder.matches() && !isReadIn(folder.group("folder"), FileKinds.of(path))) {
            sink.add(Finding.of(
                            Code.FILE_NOT_READ,
                            host.at(path),
                            "unsupported file type in systemd/" + folder.group("folder") + "; systemd only reads "
                                    + ENDINGS.get(folder.group("folder")))
                    .fix("move the file to the folder of its type, or remove it"));
        }
        Matcher dropIn = DROP_IN.matcher(path);
        if (dropIn.matches() && !isExtended(dropIn.group("folder"))) {
            sink.add(Finding.of(
                            Code.FILE_NOT_READ,
                            host.at(path),
                            "drop-in for unknown file type " + dropIn.group("folder") + "; systemd ignores it")
                    .fix("name the folder after the file that it extends, followed by .d"));
        }
    }

    /** Reports names near one that systemd knows; generators of others have their files beside them. */
    private static void checkDaemon(HostFiles host, String path, String name, FindingSink sink) {
        Optional<String> fix = name.startsWith("import")
                ? Optional.of("use systemd.pull= on the kernel command line, or a credential "
                        + "import.pull (systemd-import-generator(8))")
                : Suggestions.closest(name, FileKinds.all()).map(near -> "name the file " + near);
        fix.ifPresent(text -> sink.add(Finding.of(
                        Code.FILE_NOT_READ,
                        host.at(path),
                        "unknown configuration file " + name + "; no program of systemd reads it")
                .fix(text)));
    }

    private static boolean isReadIn(String folder, Optional<FileKind> kind) {
        return switch (folder) {
            case "network" ->
                kind.filter(k -> Set.of(FileKind.NETWORK, FileKind.NETDEV, FileKind.LINK)
                                .contains(k))
                        .isPresent();
            case "nspawn" -> kind.filter(k -> k == FileKind.NSPAWN).isPresent();
            default -> kind.filter(FileKind::isUnit).isPresent();
        };
    }

    /** Returns whether the string is a unit, a type of units, the common prefix of several, or a file of networkd. */
    private static boolean isExtended(String name) {
        return FileKinds.of(name).isPresent()
                || UnitNames.TYPES.contains(name)
                || !PREFIXES.matcher(name).matches();
    }

    private static void checkName(ConfigObject object, FindingSink sink) {
        Span start =
                object.files().findFirst().map(file -> file.source().start()).orElseThrow();
        String folder = object.path().folder();
        if (object.kind() == FileKind.NSPAWN
                && (folder.isEmpty() || folder.equals("systemd/nspawn"))
                && !isMachine(
                        object.name().substring(0, Math.max(0, object.name().lastIndexOf('.'))))) {
            sink.add(Finding.of(
                            Code.INVALID_OBJECT_NAME,
                            start,
                            "invalid machine name; systemd-nspawn never reads this file")
                    .fix("name the file after a machine: at most 64 letters, digits and -, in "
                            + "labels separated by dots"));
        }
    }

    /** Returns whether the string is a valid machine name, by the rules of host names. */
    private static boolean isMachine(String name) {
        return name.length() <= 64
                && name.matches(
                        "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*");
    }
}
