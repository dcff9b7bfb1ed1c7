package io.bitbuilder.systemd.verify;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FileSyntax;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostGrouping;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.SystemdFiles;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.object.VerifyInput;
import io.bitbuilder.systemd.rule.line.LineRules;
import io.bitbuilder.systemd.rule.network.NetworkRules;
import io.bitbuilder.systemd.rule.table.TableRules;
import io.bitbuilder.systemd.rule.tree.TreeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
     * well. Files of other programs with names alike, such as D-Bus services, are told apart by folder and content.
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
                .filter(e -> !whole || SystemdFiles.isRead(e.getKey(), e.getValue()))
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
        LineChecker lines = checker.of(input.whole(), routeTables(input));
        FindingSink sink = new FindingSink(findings, lines.target());
        LineRules rules = new LineRules(lines, sink);
        Map<String, List<ConfigObject>> loaded = new TreeMap<>();
        for (ObjectLoader.Loaded one : objects(input, lines, sink).load()) {
            ConfigObject object = one.object();
            one.own().forEach(file -> rules.judge(object.kind(), object.name(), file));
            if (object.main().stream().noneMatch(ConfFile::stopped)) {
                ObjectRules.of(object.kind()).forEach(rule -> rule.judge(object, lines, sink));
            }
            loaded.computeIfAbsent(object.path().host(), root -> new ArrayList<>())
                    .add(object);
        }
        HostGrouping.of(input, loaded, lines).forEach(host -> {
            NetworkRules.judge(host, sink);
            TreeRules.judge(host, sink);
        });
    }

    /** Returns the names of routing tables that networkd.conf and its drop-ins define (networkd.conf(5)). */
    private Set<String> routeTables(VerifyInput input) {
        return input.read().stream()
                .filter(file -> FileKinds.of(file.path())
                        .filter(kind -> kind == FileKind.NETWORKD_CONF)
                        .isPresent())
                .map(file -> ConfReader.read(file.path(), file.bytes(), checker.dialect(FileKind.NETWORKD_CONF)))
                .flatMap(file -> file.all("Network", "RouteTable"))
                .flatMap(line -> ValidValues.words(line.value()).stream())
                .map(pair -> pair.substring(0, Math.max(0, pair.indexOf(':'))))
                .collect(Collectors.toSet());
    }

    /** Groups files with sections by objects; checks files without sections at once. */
    private static ObjectLoader objects(VerifyInput input, LineChecker lines, FindingSink sink) {
        ObjectLoader objects = new ObjectLoader(lines, input.links());
        for (RawFile file : input.read()) {
            Optional<FileKind> kind = input.kind().or(() -> FileKinds.of(file.path()));
            if (kind.isEmpty()) {
                continue;
            }
            if (kind.get().syntax() == FileSyntax.SECTIONS) {
                boolean forced = input.kind().isPresent();
                objects.add(file, kind.get(), forced ? forced(file.path(), kind.get()) : FilePath.of(file.path()));
            } else {
                TableRules.judge(kind.get(), file, lines, sink);
            }
        }
        return objects;
    }

    /**
     * Returns the path of a file of a given kind, which is one object. Its name ends after the extension of that kind
     * ({@code a.service.in}); a name without it gets it ({@code web.txt}).
     */
    private static FilePath forced(String path, FileKind kind) {
        String name = FilePath.name(path);
        int ending = name.indexOf("." + kind.word());
        int dot = name.indexOf('.');
        String stem = name.substring(0, ending > 0 ? ending : dot > 0 ? dot : name.length());
        return new FilePath(path, "", "", kind.object(stem), false);
    }
}
