package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.conf.Dialect;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.NetdevSecondPass;
import io.bitbuilder.systemd.rule.line.FatalLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Joins files to objects as systemd does: of files with one name the one with precedence, with all its drop-ins. */
final class ObjectLoader {
    private static final Comparator<Placed> BY_NAME =
            Comparator.comparing((Placed f) -> FilePath.name(f.path())).thenComparing(Placed::path);

    private final LineChecker checker;
    private final Map<String, List<Placed>> objects = new TreeMap<>();
    private final Map<Dialect, Map<String, ConfFile>> read = new HashMap<>();
    private final UnitAliases aliases;

    /** A file with its kind and the parts of its path. */
    private record Placed(RawFile file, FileKind kind, FilePath parts) {
        String path() {
            return file.path();
        }
    }

    /**
     * An object with the files that bear its name; drop-ins of a template, a prefix or a type are other objects' own.
     *
     * @param own files whose lines are to be checked with it
     */
    record Loaded(ConfigObject object, List<ConfFile> own) {
        Loaded {
            own = List.copyOf(own);
        }
    }

    /**
     * Makes a loader.
     *
     * @param links targets of symbolic links by path, for aliases
     */
    ObjectLoader(LineChecker checker, SortedMap<String, String> links) {
        this.checker = checker;
        this.aliases = UnitAliases.of(links);
    }

    /** Adds a file. */
    void add(RawFile file, FileKind kind, FilePath path) {
        objects.computeIfAbsent(key(path, path.object()), key -> new ArrayList<>())
                .add(new Placed(file, kind, path));
    }

    /** Returns the objects, sorted by host, folder and name. */
    List<Loaded> load() {
        return objects.values().stream().map(this::load).toList();
    }

    private static String key(FilePath path, String object) {
        return path.host() + "\0" + path.place() + "\0" + object;
    }

    private Loaded load(List<Placed> files) {
        FileKind kind = files.getFirst().kind();
        ConfigObject first = load(kind, files, checker.dialect(kind));
        ConfigObject object = NetdevSecondPass.of(first, checker)
                .map(dialect -> load(kind, files, dialect))
                .orElse(first);
        List<String> paths = files.stream().map(Placed::path).toList();
        return new Loaded(
                object,
                object.files().filter(file -> paths.contains(file.path())).toList());
    }

    private ConfigObject load(FileKind kind, List<Placed> files, Dialect dialect) {
        FilePath named = files.getFirst().parts();
        List<String> names = kind.isUnit() && !named.isForType()
                ? aliases.searched(key(named, ""), named.object())
                : List.of(named.object());
        List<Placed> mains = mains(files);
        if (mains.isEmpty() && !named.isForType()) {
            mains = UnitAliases.template(named.object())
                    .map(template -> mains(objects.getOrDefault(key(named, template), List.of())))
                    .orElse(mains);
        }
        Map<String, Placed> dropIns = new HashMap<>();
        for (String name : names) {
            objects.getOrDefault(key(named, name), List.of()).stream()
                    .filter(f -> f.parts().dropIn())
                    .sorted(Comparator.comparingInt(f -> f.parts().rank()))
                    .forEach(f -> dropIns.merge(
                            FilePath.name(f.path()),
                            f,
                            (a, b) -> a.parts().rank() <= b.parts().rank()
                                            || b.parts().isForType()
                                    ? a
                                    : b));
        }
        FatalLines fatal = new FatalLines(checker, kind, named.object());
        FilePath path = mains.isEmpty() ? named : mains.getFirst().parts().named(named.object());
        Optional<ConfFile> main = mains.stream()
                .findFirst()
                .map(Placed::file)
                .or(() -> ShippedServices.of(kind, named))
                .map(file -> read(fatal, dialect, file));
        List<ConfFile> sorted = new ArrayList<>();
        for (Placed dropIn : dropIns.values().stream().sorted(BY_NAME).toList()) {
            if (!fatal.stopped()) {
                sorted.add(read(fatal, dialect, dropIn.file()));
            }
        }
        return new ConfigObject(kind, path, main, sorted);
    }

    private static List<Placed> mains(List<Placed> files) {
        return files.stream()
                .filter(f -> !f.parts().dropIn())
                .sorted(Comparator.comparingInt(f -> f.parts().rank()))
                .toList();
    }

    /** Reads a file once, so that findings of several units about a shared drop-in are equal. */
    private ConfFile read(FatalLines fatal, Dialect dialect, RawFile file) {
        return fatal.cut(read.computeIfAbsent(dialect, d -> new HashMap<>())
                .computeIfAbsent(file.path(), path -> ConfReader.read(path, file.bytes(), dialect)));
    }
}
