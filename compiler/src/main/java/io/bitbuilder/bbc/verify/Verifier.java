package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.ConfReader;
import io.bitbuilder.bbc.conf.Dialect;
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
    private static final Comparator<Placed> BY_NAME = Comparator.comparing((Placed f) -> FilePath.name(f.file().path())).thenComparing(f -> f.file().path());

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
        verify(Given.files(files, whole), findings);
    }

    /** Judges files, and what can be told from the names of others and from links. */
    public void verify(Given given, Findings findings) {
        Sink sink = new Sink(findings, lines.target());
        LineRules rules = new LineRules(lines, sink);
        Map<String, List<Loaded>> loaded = new TreeMap<>();
        for (List<Placed> object : objects(given, sink).values()) {
            Loaded one = load(object);
            one.files().forEach(file -> rules.judge(one.kind(), one.name(), file));
            if (one.main().stream().noneMatch(ConfFile::stopped)) {
                ObjectRules.of(one.kind()).forEach(rule -> rule.judge(one, lines, sink));
            }
            loaded.computeIfAbsent(one.path().host(), root -> new ArrayList<>()).add(one);
        }
        Hosts.of(given, loaded, lines).forEach(host -> {
            NetworkRules.judge(host, sink);
            TreeRules.judge(host, sink);
        });
    }

    /** A file and what its path says. */
    private record Placed(RawFile file, Kind kind, FilePath path) {}

    /** Groups files with their drop-ins; what has no sections is judged at once. */
    private Map<String, List<Placed>> objects(Given given, Sink sink) {
        Map<String, List<Placed>> objects = new TreeMap<>();
        for (RawFile file : given.read()) {
            Optional<Kind> kind = given.kind().or(() -> Kinds.of(file.path()));
            if (kind.isEmpty()) {
                continue;
            }
            if (kind.get().syntax() == Syntax.SECTIONS) {
                FilePath path = given.kind().isPresent() ? forced(file.path(), kind.get()) : FilePath.of(file.path());
                objects.computeIfAbsent(path.host() + "\0" + path.place() + "\0" + path.object(), key -> new ArrayList<>()).add(new Placed(file, kind.get(), path));
            } else {
                TableRules.judge(kind.get(), file, lines, sink);
            }
        }
        return objects;
    }

    /** A file whose kind was told stands alone; its name is cut behind the ending of that kind, {@code a.service.in}. */
    private static FilePath forced(String path, Kind kind) {
        String name = FilePath.name(path);
        int ending = name.indexOf("." + kind.name());
        String object = ending > 0 ? name.substring(0, ending) + "." + kind.name() : name;
        return new FilePath(path, "", "", object, false);
    }

    /** Of files with one name the one that has precedence is read; drop-ins go by their names. */
    private Loaded load(List<Placed> files) {
        Kind kind = files.getFirst().kind();
        Loaded first = load(kind, files, lines.dialect(kind));
        return NetdevReading.of(first, lines).map(dialect -> load(kind, files, dialect)).orElse(first);
    }

    private Loaded load(Kind kind, List<Placed> files, Dialect dialect) {
        List<Placed> mains = files.stream().filter(f -> !f.path().dropIn()).sorted(Comparator.comparingInt(f -> f.path().rank())).toList();
        Map<String, Placed> dropIns = new HashMap<>();
        files.stream().filter(f -> f.path().dropIn()).forEach(f ->
                dropIns.merge(FilePath.name(f.file().path()), f, (a, b) -> a.path().rank() <= b.path().rank() ? a : b));
        FilePath path = (mains.isEmpty() ? files : mains).getFirst().path();
        FatalLines fatal = new FatalLines(lines, kind, path.object());
        Optional<ConfFile> main = mains.stream().findFirst().map(f -> read(fatal, dialect, f.file()));
        List<ConfFile> sorted = new ArrayList<>();
        for (Placed dropIn : dropIns.values().stream().sorted(BY_NAME).toList()) {
            if (!fatal.stopped()) {
                sorted.add(read(fatal, dialect, dropIn.file()));
            }
        }
        return new Loaded(kind, path, main, sorted);
    }

    private static ConfFile read(FatalLines fatal, Dialect dialect, RawFile file) {
        return fatal.cut(ConfReader.read(file.path(), file.bytes(), dialect));
    }
}
