package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.conf.Dialect;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FileSyntax;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostGrouping;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.NetdevSecondPass;
import io.bitbuilder.systemd.object.VerifyInput;
import io.bitbuilder.systemd.rule.line.FatalLines;
import io.bitbuilder.systemd.rule.line.LineRules;
import io.bitbuilder.systemd.rule.network.NetworkRules;
import io.bitbuilder.systemd.rule.table.TableRules;
import io.bitbuilder.systemd.rule.tree.TreeRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks systemd configuration files offline: reports each line, section, file and unit that a release of systemd
 * ignores, changes or refuses, and configuration that systemd reads silently and that has no effect. Nothing is read
 * from the host, and systemd need not be installed.
 *
 * <pre>{@code
 * Map<String, byte[]> files = Map.of("etc/systemd/system/web.service", Files.readAllBytes(path));
 * for (Finding finding : Verifier.verify(files, 262)) {
 *     Span span = finding.primary().span();
 *     System.out.println(span.file().path() + ":" + span.line() + ": " + finding.code() + " " + finding.message());
 * }
 * }</pre>
 *
 * <p>Each finding has a code with its {@link io.bitbuilder.core.diagnostic.Effect} (the reaction of systemd), a place
 * (path, line, range of characters), a message and fixes. Static methods are safe for use by several threads; an
 * instance serves one thread at a time, and is faster for many calls.
 */
public final class Verifier {
    private static final Comparator<Placed> BY_NAME = Comparator.comparing(
                    (Placed f) -> FilePath.name(f.file().path()))
            .thenComparing(f -> f.file().path());

    private final LineChecker checker;

    private Verifier(LineChecker checker) {
        this.checker = checker;
    }

    /**
     * Returns a verifier for a release of systemd.
     *
     * @param release {@link Catalogue#OLDEST} to {@link Catalogue#NEWEST}
     * @throws IllegalArgumentException if the catalogue does not hold the release
     */
    public static Verifier of(int release) {
        if (release < Catalogue.OLDEST || release > Catalogue.NEWEST) {
            throw new IllegalArgumentException("unknown systemd release " + release + " (expected " + Catalogue.OLDEST
                    + " to " + Catalogue.NEWEST + ")");
        }
        return new Verifier(new LineChecker(Catalogue.load(), ValueGrammars.load(), release));
    }

    /**
     * Verifies some files of a host. References to units and devices outside of them are not reported as missing.
     *
     * @param files content by path, with {@code /} as separator; the type of a file follows from its name and folder,
     *     such as {@code etc/systemd/system/web.service}. Files that systemd does not read are ignored.
     * @param release of systemd, {@link Catalogue#OLDEST} to {@link Catalogue#NEWEST}
     * @return the findings by path and position; immutable, empty when there is nothing to report
     * @throws IllegalArgumentException if the catalogue does not hold the release
     */
    public static List<Finding> verify(Map<String, byte[]> files, int release) {
        return verify(files, release, false);
    }

    /**
     * Verifies all files of one host or several, and reports units, devices and files that are missing among them as
     * well.
     *
     * @param files content by path, as in {@link #verify(Map, int)}
     * @param release of systemd, {@link Catalogue#OLDEST} to {@link Catalogue#NEWEST}
     * @return the findings by path and position; immutable, empty when there is nothing to report
     * @throws IllegalArgumentException if the catalogue does not hold the release
     */
    public static List<Finding> verifyTree(Map<String, byte[]> files, int release) {
        return verify(files, release, true);
    }

    private static List<Finding> verify(Map<String, byte[]> files, int release, boolean whole) {
        List<RawFile> raw = files.entrySet().stream()
                .map(e -> new RawFile(e.getKey(), e.getValue()))
                .toList();
        Findings findings = new Findings();
        of(release).verify(raw, whole, findings);
        return findings.sorted();
    }

    /**
     * Verifies files; those that systemd does not read are ignored.
     *
     * @param whole true when the files are all that their hosts have, so that missing ones can be reported
     */
    public void verify(List<RawFile> files, boolean whole, Findings findings) {
        verify(VerifyInput.files(files, whole), findings);
    }

    /** Verifies files, with regard to the names of other files and to symbolic links. */
    public void verify(VerifyInput input, Findings findings) {
        FindingSink sink = new FindingSink(findings, checker.target());
        LineRules rules = new LineRules(checker, sink);
        Map<String, List<ConfigObject>> loaded = new TreeMap<>();
        for (List<Placed> object : objects(input, sink).values()) {
            ConfigObject one = load(object);
            one.files().forEach(file -> rules.judge(one.kind(), one.name(), file));
            if (one.main().stream().noneMatch(ConfFile::stopped)) {
                ObjectRules.of(one.kind()).forEach(rule -> rule.judge(one, checker, sink));
            }
            loaded.computeIfAbsent(one.path().host(), root -> new ArrayList<>()).add(one);
        }
        HostGrouping.of(input, loaded, checker).forEach(host -> {
            NetworkRules.judge(host, sink);
            TreeRules.judge(host, sink);
        });
    }

    /** A file with its kind and the parts of its path. */
    private record Placed(RawFile file, FileKind kind, FilePath path) {}

    /** Groups files with their drop-ins; checks files without sections at once. */
    private Map<String, List<Placed>> objects(VerifyInput input, FindingSink sink) {
        Map<String, List<Placed>> objects = new TreeMap<>();
        for (RawFile file : input.read()) {
            Optional<FileKind> kind = input.kind().or(() -> FileKinds.of(file.path()));
            if (kind.isEmpty()) {
                continue;
            }
            if (kind.get().syntax() == FileSyntax.SECTIONS) {
                FilePath path = input.kind().isPresent() ? forced(file.path(), kind.get()) : FilePath.of(file.path());
                objects.computeIfAbsent(
                                path.host() + "\0" + path.place() + "\0" + path.object(), key -> new ArrayList<>())
                        .add(new Placed(file, kind.get(), path));
            } else {
                TableRules.judge(kind.get(), file, checker, sink);
            }
        }
        return objects;
    }

    /**
     * Returns the path of a file of a given kind, which is one object; its name ends after the extension of that kind
     * ({@code a.service.in}).
     */
    private static FilePath forced(String path, FileKind kind) {
        String name = FilePath.name(path);
        int ending = name.indexOf("." + kind.word());
        String object = ending > 0 ? name.substring(0, ending) + "." + kind.word() : name;
        return new FilePath(path, "", "", object, false);
    }

    /** Loads an object: of files with one name, the one with precedence; drop-ins by their names. */
    private ConfigObject load(List<Placed> files) {
        FileKind kind = files.getFirst().kind();
        ConfigObject first = load(kind, files, checker.dialect(kind));
        return NetdevSecondPass.of(first, checker)
                .map(dialect -> load(kind, files, dialect))
                .orElse(first);
    }

    private ConfigObject load(FileKind kind, List<Placed> files, Dialect dialect) {
        List<Placed> mains = files.stream()
                .filter(f -> !f.path().dropIn())
                .sorted(Comparator.comparingInt(f -> f.path().rank()))
                .toList();
        Map<String, Placed> dropIns = new HashMap<>();
        files.stream()
                .filter(f -> f.path().dropIn())
                .forEach(f -> dropIns.merge(
                        FilePath.name(f.file().path()),
                        f,
                        (a, b) -> a.path().rank() <= b.path().rank() ? a : b));
        FilePath path = (mains.isEmpty() ? files : mains).getFirst().path();
        FatalLines fatal = new FatalLines(checker, kind, path.object());
        Optional<ConfFile> main = mains.stream().findFirst().map(f -> read(fatal, dialect, f.file()));
        List<ConfFile> sorted = new ArrayList<>();
        for (Placed dropIn : dropIns.values().stream().sorted(BY_NAME).toList()) {
            if (!fatal.stopped()) {
                sorted.add(read(fatal, dialect, dropIn.file()));
            }
        }
        return new ConfigObject(kind, path, main, sorted);
    }

    private static ConfFile read(FatalLines fatal, Dialect dialect, RawFile file) {
        return fatal.cut(ConfReader.read(file.path(), file.bytes(), dialect));
    }
}
