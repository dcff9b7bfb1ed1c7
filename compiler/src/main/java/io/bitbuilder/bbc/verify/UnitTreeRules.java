package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What units say that has no effect where they lie, or cannot have the one that it seems to. */
final class UnitTreeRules {
    private UnitTreeRules() {}

    static void judge(Host host, Sink sink) {
        for (Loaded unit : host.objects()) {
            if (unit.kind().isUnit()) {
                generated(unit, sink);
                credentials(unit, host, sink);
            }
        }
        host.of("mount").forEach(unit -> overlay(unit, sink));
    }

    /** Generators run before units are loaded, and nobody enables what they write (systemd.generator(7)). */
    private static void generated(Loaded unit, Sink sink) {
        if (unit.path().isGenerated()) {
            EffectiveSettings install = EffectiveSettings.asWritten(unit).in("Install");
            unit.sections("Install").stream().findFirst().ifPresent(header -> {
                Finding finding = Finding.of(Code.SYS107, header.span(), "[Install] has no effect in what a generator writes: nobody enables it");
                List<String> targets = List.of("WantedBy", "RequiredBy", "UpheldBy").stream().flatMap(key -> install.all(key).stream()
                        .flatMap(line -> Values.words(line.value()).stream().map(target -> target + (key.equals("WantedBy") ? ".wants/" : key.equals("RequiredBy") ? ".requires/" : ".upholds/")))).toList();
                sink.add(targets.isEmpty() ? finding.fix("take the section away")
                        : finding.fix("let the generator make the link " + targets.getFirst() + unit.name() + " instead"));
            });
        }
    }

    /** Files that stand in the tree beside others are there or not; what lies elsewhere nobody can tell. */
    private static void credentials(Loaded unit, Host host, Sink sink) {
        if (!host.whole()) {
            return;
        }
        EffectiveSettings service = EffectiveSettings.asWritten(unit).in("Service");
        for (String key : List.of("LoadCredential", "LoadCredentialEncrypted")) {
            for (Assignment line : service.all(key)) {
                int colon = line.value().indexOf(':');
                if (colon > 0) {
                    credential(line, line.value().substring(colon + 1), host, sink);
                }
            }
        }
        for (Assignment line : service.all("ExecStart")) {
            for (String word : CommandLine.words(line.value())) {
                if (word.startsWith("--load-credential=") && word.indexOf(':') > 0) {
                    credential(line, word.substring(word.indexOf(':') + 1), host, sink);
                }
            }
        }
    }

    private static void credential(Assignment line, String path, Host host, Sink sink) {
        String below = path.startsWith("/") ? path.substring(1) : "";
        if (!below.isEmpty() && path.indexOf('%') < 0 && path.indexOf('$') < 0 && !host.has(below) && host.hasBelow(FilePath.folder(below)) && !FilePath.folder(below).isEmpty()) {
            sink.add(Finding.of(Code.SYS109, Values.part(line, path), "there is no " + FilePath.name(path) + " among the files of /" + FilePath.folder(below) + ", so the unit does not start")
                    .fix("add the file, or take the credential away"));
        }
    }

    /** The parts of an overlay that is written to are folders of their own (mount(8), overlayfs). */
    private static void overlay(Loaded unit, Sink sink) {
        EffectiveSettings mount = EffectiveSettings.asWritten(unit).in("Mount");
        Optional<Assignment> type = mount.last("Type");
        Optional<Assignment> where = mount.last("Where");
        Optional<Assignment> line = mount.last("Options");
        if (type.filter(a -> a.value().equals("overlay")).isEmpty() || where.isEmpty() || line.isEmpty()) {
            return;
        }
        Map<String, String> options = new TreeMap<>();
        Arrays.stream(line.get().value().split(",")).map(o -> o.split("=", 2)).filter(o -> o.length == 2).forEach(o -> options.put(o[0], o[1]));
        String upper = options.getOrDefault("upperdir", "");
        String work = options.getOrDefault("workdir", "");
        if (!upper.isEmpty() && (isIn(where.get().value(), upper) || isIn(upper, where.get().value()))) {
            sink.add(overlay(line.get(), "upperdir", "the overlay is mounted on its own upperdir, " + upper + ", which nobody can reach any more then")
                    .also(where.get().span(), "the mount point"));
        } else if (!work.isEmpty() && (isIn(work, upper) || isIn(upper, work))) {
            sink.add(overlay(line.get(), "workdir", "workdir and upperdir of the overlay lie in one another; the kernel refuses to mount it"));
        }
    }

    private static Finding overlay(Assignment line, String option, String message) {
        return Finding.of(Code.SYS119, Values.part(line, option), message).fix("give the overlay an upper, a work and a mount point folder of their own");
    }

    private static boolean isIn(String path, String folder) {
        return !folder.isEmpty() && (path.equals(folder) || path.startsWith(folder + "/"));
    }
}
