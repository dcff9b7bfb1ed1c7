package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.literal.UnitNames;
import io.bitbuilder.bbc.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that lie where systemd does not look for them, or whose names say nothing to it. */
final class PlaceRules {
    private static final Pattern SYSTEMD = Pattern.compile("(?:etc|run|usr/local/lib|usr/lib)/systemd/(?<name>[^/]+\\.conf)");

    /** Folders whose files have endings of their own. */
    private static final Pattern FOLDERS = Pattern.compile("(?:etc|run|usr/local/lib|usr/lib)/systemd/(?<folder>system|user|network|nspawn)/(?<name>[^/]+\\.(?:conf|service|network|netdev|link|nspawn))");

    /** What lies in a folder of drop-ins of nothing that systemd has. */
    private static final Pattern DROP_IN = Pattern.compile("(?:etc|run|usr/local/lib|usr/lib)/systemd/(?:system|user|network)/(?<folder>[^/]+)\\.d/[^/]+\\.conf");

    /** Files of programs of systemd that no directive of the catalogue is for. */
    private static final Set<String> OTHERS = Set.of("journal-remote.conf", "journal-upload.conf", "iocost.conf", "ukify.conf", "resolv.conf", "kernel-install.conf", "bootctl.conf");

    private static final Map<String, String> ENDINGS = Map.of(
            "system", "files of units",
            "user", "files of units",
            "network", ".network, .netdev and .link files",
            "nspawn", ".nspawn files");

    /** Names of units without a file's own ending: the folder {@code service.d} is for all services. */
    private static final Pattern PREFIXES = Pattern.compile("[a-zA-Z0-9:_.\\\\@-]+");

    private PlaceRules() {}

    static void judge(Host host, Sink sink) {
        host.paths().forEach(path -> place(host, path, sink));
        host.objects().forEach(object -> name(object, sink));
    }

    private static void place(Host host, String path, Sink sink) {
        Matcher main = SYSTEMD.matcher(path);
        if (main.matches() && Kinds.of(path).isEmpty() && !OTHERS.contains(main.group("name"))) {
            sink.add(Finding.of(Code.SYS110, host.at(path), "no program of systemd reads a file " + main.group("name"))
                    .fix(main.group("name").startsWith("import") ? "say it on the kernel command line with systemd.pull=, or in a credential import.pull (systemd-import-generator(8))"
                            : "take the file away, or give it the name that its reader looks for"));
        }
        Matcher folder = FOLDERS.matcher(path);
        if (folder.matches() && !isReadIn(folder.group("folder"), Kinds.of(path))) {
            sink.add(Finding.of(Code.SYS110, host.at(path), "systemd reads no such file in systemd/" + folder.group("folder") + ", only " + ENDINGS.get(folder.group("folder")))
                    .fix("move the file to where it is read, or take it away"));
        }
        Matcher dropIn = DROP_IN.matcher(path);
        if (dropIn.matches() && !isExtended(dropIn.group("folder"))) {
            sink.add(Finding.of(Code.SYS110, host.at(path), "systemd has nothing named " + dropIn.group("folder") + " that this folder of drop-ins could be for")
                    .fix("name the folder like the file that it extends, with .d behind"));
        }
    }

    private static boolean isReadIn(String folder, Optional<Kind> kind) {
        return switch (folder) {
            case "network" -> kind.filter(k -> Set.of("network", "netdev", "link").contains(k.name())).isPresent();
            case "nspawn" -> kind.filter(k -> k.name().equals("nspawn")).isPresent();
            default -> kind.filter(Kind::isUnit).isPresent();
        };
    }

    /** A unit, a type of units, the common first part of several, or a file of networkd. */
    private static boolean isExtended(String name) {
        return Kinds.of(name).isPresent() || UnitNames.TYPES.contains(name) || !PREFIXES.matcher(name).matches();
    }

    private static void name(Loaded object, Sink sink) {
        Span start = object.files().findFirst().map(file -> file.source().start()).orElseThrow();
        String folder = object.path().folder();
        if (object.kind().name().equals("nspawn") && (folder.isEmpty() || folder.equals("systemd/nspawn")) && !isMachine(object.name().substring(0, Math.max(0, object.name().lastIndexOf('.'))))) {
            sink.add(Finding.of(Code.SYS120, start, "no machine can have the name that this file is for, so nobody reads it")
                    .fix("give it the name of a machine: at most 64 letters, digits and -, in parts between dots"));
        }
    }

    /** Rules of host names, which names of machines follow. */
    private static boolean isMachine(String name) {
        return name.length() <= 64 && name.matches("[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*");
    }
}
