package io.bitbuilder.systemd.object;

import io.bitbuilder.core.source.RawFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits a tree by hosts. A root inside a root is a host too: an extension, or the files for a guest. */
public final class HostGrouping {
    /** Folders of extensions, those that systemd searches and those that look like them. */
    private static final Pattern IMAGES =
            Pattern.compile("(.*?/|)(?:etc|run|var/lib|usr/lib|usr/local/lib)/(?:confexts?|extensions?|sysexts?)/.*");

    private final VerifyInput input;
    private final Map<String, List<ConfigObject>> loaded;
    private final LineChecker checker;
    private final Map<String, RawFile> releases = new HashMap<>();
    private final Set<String> units;

    private HostGrouping(VerifyInput input, Map<String, List<ConfigObject>> loaded, LineChecker checker) {
        this.input = input;
        this.loaded = loaded;
        this.checker = checker;
        this.units = loaded.values().stream()
                .flatMap(List::stream)
                .filter(object -> object.kind().isUnit())
                .map(ConfigObject::name)
                .collect(Collectors.toUnmodifiableSet());
        input.files().stream()
                .filter(file -> FileKinds.of(file.path())
                        .filter(kind -> kind.syntax() == FileSyntax.ENVIRONMENT)
                        .isPresent())
                .forEach(file -> releases.put(file.path(), file));
    }

    /** Returns the hosts by their roots. */
    public static List<HostFiles> of(VerifyInput input, Map<String, List<ConfigObject>> loaded, LineChecker checker) {
        return new HostGrouping(input, loaded, checker).all();
    }

    private List<HostFiles> all() {
        SortedMap<String, SortedSet<String>> paths = new TreeMap<>();
        roots().forEach(root -> paths.put(root, new TreeSet<>()));
        for (String path : input.paths()) {
            for (String root = FilePath.folder(path); ; root = FilePath.folder(root)) {
                if (paths.containsKey(root)) {
                    paths.get(root).add(path.substring(prefix(root, path).length()));
                }
                if (root.isEmpty()) {
                    break;
                }
            }
        }
        return paths.entrySet().stream()
                .map(e -> host(e.getKey(), e.getValue()))
                .toList();
    }

    private HostFiles host(String root, SortedSet<String> paths) {
        String prefix =
                prefix(root, input.paths().isEmpty() ? "" : input.paths().first());
        SortedMap<String, String> links = new TreeMap<>();
        SortedMap<String, RawFile> own = new TreeMap<>();
        for (String path : paths) {
            String full = prefix + path;
            Optional.ofNullable(input.links().get(full)).ifPresent(target -> links.put(path, target));
            Optional.ofNullable(releases.get(full)).ifPresent(file -> own.put(path, file));
        }
        return new HostFiles(
                prefix,
                input.whole(),
                loaded.getOrDefault(root, List.of()),
                paths,
                links,
                own,
                units,
                input.modes(),
                checker);
    }

    private Set<String> roots() {
        Set<String> roots = new HashSet<>(loaded.keySet());
        for (String path : input.paths()) {
            FilePath place = FilePath.of(path);
            if (!place.folder().isEmpty()) {
                roots.add(place.host());
            }
            String folder = FilePath.folder(path);
            while (FilePath.isUnread(folder + "/")) {
                folder = FilePath.folder(folder);
                roots.add(FilePath.of(folder + "/").host());
            }
            Matcher image = IMAGES.matcher(path);
            if (image.matches()) {
                roots.add(image.group(1).replaceFirst("/$", ""));
            }
        }
        return roots;
    }

    /** Returns the prefix of paths below a root; paths below the root of all may begin with a slash or not. */
    private static String prefix(String root, String path) {
        return root.isEmpty() && !path.startsWith("/") ? "" : root + "/";
    }
}
