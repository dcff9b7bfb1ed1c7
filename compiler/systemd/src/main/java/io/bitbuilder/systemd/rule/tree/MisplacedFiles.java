package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files in systemd's folders that it does not read, because of a folder between or a misspelt ending. */
final class MisplacedFiles {
    private static final Pattern DROP_IN =
            Pattern.compile("(?:.*/)?systemd/(?:system|user|network)/[^/]+\\.d/(?<name>[^/]+)");
    /** Names without an extension in a folder of a host; those with capitals are README and its like. */
    private static final Pattern BARE = Pattern.compile(
            "(?:etc|run|usr/local/lib|usr/lib)/systemd/(?<folder>system|user|network)/(?<name>[a-z0-9_][^./~A-Z]*)");

    private static final Pattern UNIT = Pattern.compile("(?:.*/)?systemd/(?:system|user)/(?<name>[^/]+\\.[^/.]+)");

    private MisplacedFiles() {}

    static void judge(HostFiles host, FindingSink sink) {
        SortedMap<String, String> nested = new TreeMap<>();
        for (String path : host.paths()) {
            Matcher dropIn = DROP_IN.matcher(path);
            Matcher unit = UNIT.matcher(path);
            Matcher bare = BARE.matcher(path);
            if (FileKinds.of(path).isPresent()) {
                if (FilePath.isUnread(path)) {
                    nested.putIfAbsent(FilePath.folder(path), path);
                }
            } else if (dropIn.matches()) {
                rename(dropIn.group("name"), List.of("conf"))
                        .filter(name -> !name.equals(dropIn.group("name")))
                        .ifPresent(name -> sink.add(misnamed(host, path, "drop-in", name)));
            } else if (unit.matches()) {
                rename(unit.group("name"), UnitNames.TYPES)
                        .ifPresent(name -> sink.add(misnamed(host, path, "unit", name)));
            } else if (bare.matches()) {
                String type = bare.group("folder").equals("network") ? ".network" : ".service";
                sink.add(Finding.of(
                                Code.FILE_NOT_READ,
                                host.at(path),
                                "the name of this file has no extension; systemd ignores the file")
                        .fix("rename it to " + bare.group("name") + type
                                + " or what it is, or move it to another folder"));
            }
        }
        nested.keySet().stream()
                .collect(Collectors.groupingBy(FilePath::folder, TreeMap::new, Collectors.toList()))
                .forEach((parent, folders) -> sink.add(nested(host, parent, folders, nested)));
    }

    /** Reports the subfolders of a folder once: a source may have one for each host. */
    private static Finding nested(
            HostFiles host, String parent, List<String> folders, SortedMap<String, String> firstFiles) {
        String first = folders.getFirst();
        return Finding.of(
                        Code.FILE_NOT_READ,
                        host.at(firstFiles.get(first)),
                        "systemd does not read subfolders: it ignores the files of "
                                + (folders.size() == 1 ? first : folders.size() + " folders below " + parent))
                .fix("move the files to " + parent + ", or this folder out of it");
    }

    private static Finding misnamed(HostFiles host, String path, String what, String name) {
        return Finding.of(
                        Code.FILE_NOT_READ,
                        host.at(path),
                        "the name of this " + what + " has an unknown extension; systemd ignores the file")
                .fix("rename it to " + name);
    }

    /** Returns the name with the extension that was probably meant; empty for backups, notes and templates. */
    private static Optional<String> rename(String name, List<String> extensions) {
        int dot = name.lastIndexOf('.');
        if (dot == 0 || name.endsWith("~")) {
            return Optional.empty();
        }
        if (dot < 0) {
            return extensions.size() == 1 && !name.toUpperCase(Locale.ROOT).startsWith("README")
                    ? Optional.of(name + "." + extensions.getFirst())
                    : Optional.empty();
        }
        return Suggestions.closest(name.substring(dot + 1), extensions).map(near -> name.substring(0, dot + 1) + near);
    }
}
