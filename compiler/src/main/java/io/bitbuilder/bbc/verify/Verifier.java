package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.ConfReader;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.directive.Grammars;
import io.bitbuilder.bbc.source.RawFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code bbc verify}: what a release of systemd makes of files that anybody wrote, without systemd. Used by one thread at a time.
 */
public final class Verifier {
    private static final Comparator<RawFile> BY_NAME = Comparator.comparing((RawFile f) -> FilePath.name(f.path())).thenComparing(RawFile::path);

    private final Lines lines;

    private Verifier(Lines lines) {
        this.lines = lines;
    }

    /** For a release of systemd, {@link Catalogue#OLDEST} to {@link Catalogue#NEWEST}. */
    public static Verifier of(int target) {
        return new Verifier(new Lines(Catalogue.load(), Grammars.load(), target));
    }

    /**
     * Judges files; those of no kind that systemd reads are passed over.
     *
     * @param whole true when the files are all that their hosts have, so that what is missing can be told
     */
    public void verify(List<RawFile> files, boolean whole, Findings findings) {
        Sink sink = new Sink(findings, lines.target());
        Map<String, List<Loaded>> hosts = new TreeMap<>();
        for (List<RawFile> object : objects(files, sink).values()) {
            Loaded loaded = load(object);
            LineRules rules = new LineRules(lines, sink);
            loaded.files().forEach(file -> rules.judge(loaded.kind(), loaded.name(), file));
            ObjectRules.of(loaded.kind()).forEach(rule -> rule.judge(loaded, lines, sink));
            hosts.computeIfAbsent(loaded.path().host(), root -> new ArrayList<>()).add(loaded);
        }
        hosts.forEach((root, objects) -> TreeRules.ALL.forEach(rule -> rule.judge(new Host(root, whole, objects, lines), sink)));
    }

    /** Groups files with their drop-ins; what has no sections is judged at once. */
    private Map<String, List<RawFile>> objects(List<RawFile> files, Sink sink) {
        Map<String, List<RawFile>> objects = new TreeMap<>();
        for (RawFile file : files) {
            Optional<Kind> kind = Kinds.of(file.path());
            if (kind.isEmpty()) {
                continue;
            }
            if (kind.get().syntax() == Syntax.SECTIONS) {
                FilePath path = FilePath.of(file.path());
                objects.computeIfAbsent(path.host() + "\0" + path.folder() + "\0" + path.object(), key -> new ArrayList<>()).add(file);
            } else {
                TableRules.judge(kind.get(), file, lines, sink);
            }
        }
        return objects;
    }

    /** Of files with one name the layer of highest precedence is read; drop-ins go by their names. */
    private Loaded load(List<RawFile> files) {
        Kind kind = Kinds.of(files.getFirst().path()).orElseThrow();
        List<RawFile> mains = files.stream().filter(f -> !FilePath.of(f.path()).dropIn()).sorted(Comparator.comparingInt(f -> FilePath.of(f.path()).rank())).toList();
        Map<String, RawFile> dropIns = new HashMap<>();
        files.stream().filter(f -> FilePath.of(f.path()).dropIn()).forEach(f ->
                dropIns.merge(FilePath.name(f.path()), f, (a, b) -> FilePath.of(a.path()).rank() <= FilePath.of(b.path()).rank() ? a : b));
        List<ConfFile> sorted = dropIns.values().stream().sorted(BY_NAME).map(f -> read(kind, f)).toList();
        FilePath path = FilePath.of((mains.isEmpty() ? files : mains).getFirst().path());
        return new Loaded(kind, path, mains.stream().findFirst().map(f -> read(kind, f)), sorted);
    }

    private ConfFile read(Kind kind, RawFile file) {
        return ConfReader.read(file.path(), file.bytes(), lines.dialect(kind));
    }
}
