package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.EnvironmentFile;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that systemd-sysext and systemd-confext find the extensions in a tree and merge them. */
final class ExtensionRules {
    private static final Pattern IMAGE = Pattern.compile(
            "(?<folder>(?<layer>etc|run|var/lib|usr/lib|usr/local/lib)/(?<word>confexts?|extensions?|sysexts?))"
                    + "/(?<name>[^/]+)(?<rest>/.*)?");

    /** Search paths of both (systemd-sysext(8)); sysexts are never searched below /usr/, which they extend. */
    private static final Set<String> SYSEXT = Set.of("etc/extensions", "run/extensions", "var/lib/extensions");

    private static final Set<String> CONFEXT =
            Set.of("run/confexts", "var/lib/confexts", "usr/lib/confexts", "usr/local/lib/confexts");

    private static final String RELEASE = "extension-release.d/extension-release.";

    private final HostFiles host;
    private final FindingSink sink;

    private ExtensionRules(HostFiles host, FindingSink sink) {
        this.host = host;
        this.sink = sink;
    }

    static void judge(HostFiles host, FindingSink sink) {
        ExtensionRules rules = new ExtensionRules(host, sink);
        Set<String> seen = new HashSet<>();
        for (String path : host.paths()) {
            Matcher image = IMAGE.matcher(path);
            if (image.matches()) {
                rules.image(image, path, seen);
            }
        }
    }

    private void image(Matcher image, String path, Set<String> seen) {
        boolean confext = image.group("word").startsWith("confext");
        String folder = image.group("folder");
        if (!(confext ? CONFEXT : SYSEXT).contains(folder) && seen.add(folder)) {
            sink.add(Finding.of(
                            Code.EXTENSION_FOLDER_NOT_SEARCHED,
                            host.at(path),
                            (confext ? "systemd-confext" : "systemd-sysext") + " does not search /" + folder)
                    .fix(
                            confext
                                    ? "move the extensions to /var/lib/confexts or /usr/lib/confexts"
                                    : "move the extensions to /var/lib/extensions"));
        }
        String root = folder + "/" + image.group("name");
        boolean isFolder = image.group("rest") != null;
        if (isFolder && host.whole() && seen.add(root)) {
            String release = root + (confext ? "/etc/" : "/usr/lib/") + RELEASE + image.group("name");
            if (!host.paths().contains(release)) {
                sink.add(missing(image, path, release, root));
            } else {
                Optional.ofNullable(host.releases().get(release)).ifPresent(file -> release(confext, file));
            }
        }
    }

    private Finding missing(Matcher image, String path, String release, String root) {
        Finding finding = Finding.of(
                Code.EXTENSION_NOT_MERGED,
                host.at(path),
                "missing /" + release.substring(root.length() + 1) + " in extension " + image.group("name")
                        + "; systemd does not merge it");
        Optional<String> near = host.paths().tailSet(root).stream()
                .takeWhile(p -> p.startsWith(root + "/"))
                .filter(p -> p.contains(RELEASE))
                .findFirst();
        return near.map(p -> Finding.of(Code.EXTENSION_NOT_MERGED, host.at(p), finding.message())
                        .fix("rename this file accordingly"))
                .orElse(finding.fix("add the file with ID=_any, or with the ID of the hosts"));
    }

    private void release(boolean confext, RawFile raw) {
        EnvironmentFile file = EnvironmentFile.read(raw.path(), raw.bytes());
        file.last(confext ? "SYSEXT_LEVEL" : "CONFEXT_LEVEL")
                .ifPresent(line -> sink.add(Finding.of(
                                Code.EXTENSION_NOT_MERGED,
                                line.keySpan(),
                                line.key()
                                        + (confext
                                                ? "= is not used for a confext, whose level is CONFEXT_LEVEL="
                                                : "= is not used for a sysext, whose level is SYSEXT_LEVEL="))
                        .fix("write " + (confext ? "CONFEXT_LEVEL" : "SYSEXT_LEVEL") + "=")));
        Optional<Assignment> id = file.last("ID");
        Optional<EnvironmentFile> os = Stream.of("etc/os-release", "usr/lib/os-release")
                .flatMap(p -> Optional.ofNullable(host.releases().get(p)).stream())
                .findFirst()
                .map(found -> EnvironmentFile.read(found.path(), found.bytes()));
        Optional<Assignment> own = os.flatMap(found -> found.last("ID"));
        List<String> any = List.of("_any", "");
        if (id.isPresent()
                && own.isPresent()
                && !any.contains(id.get().value())
                && !id.get().value().equals(own.get().value())) {
            sink.add(Finding.of(
                            Code.EXTENSION_NOT_MERGED,
                            id.get().span(),
                            "ID=" + id.get().value() + " of the extension does not match ID="
                                    + own.get().value() + " of the host; systemd does not merge it")
                    .also(own.get().span(), "ID of the host")
                    .fix("write ID=" + own.get().value() + " or ID=_any"));
        } else if (id.isPresent() && own.isPresent() && !any.contains(id.get().value())) {
            version(confext, file, os.orElseThrow());
        }
    }

    /** Compares the level of extensions if both have one, else the version (extension-release(5)). */
    private void version(boolean confext, EnvironmentFile file, EnvironmentFile os) {
        String level = confext ? "CONFEXT_LEVEL" : "SYSEXT_LEVEL";
        String key = file.last(level).isPresent() && os.last(level).isPresent() ? level : "VERSION_ID";
        Optional<Assignment> theirs = file.last(key);
        Optional<Assignment> own = os.last(key);
        if (theirs.isPresent()
                && own.isPresent()
                && !theirs.get().value().equals(own.get().value())) {
            sink.add(Finding.of(
                            Code.EXTENSION_NOT_MERGED,
                            theirs.get().span(),
                            key + "=" + theirs.get().value() + " of the extension does not match " + key + "="
                                    + own.get().value() + " of the host; systemd does not merge it")
                    .also(own.get().span(), "version of the host")
                    .fix("write " + key + "=" + own.get().value() + ", or ID=_any for all hosts"));
        }
    }
}
