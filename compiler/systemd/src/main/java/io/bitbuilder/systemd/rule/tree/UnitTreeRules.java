package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings of units that have no effect in their folder or tree. */
final class UnitTreeRules {
    private UnitTreeRules() {}

    static void judge(HostFiles host, FindingSink sink) {
        for (ConfigObject unit : host.objects()) {
            if (unit.kind().isUnit()) {
                checkGenerated(unit, sink);
                checkCredentials(unit, host, sink);
            }
        }
        host.of(FileKind.MOUNT).forEach(unit -> overlay(unit, sink));
    }

    /** Reports [Install] in generated units, which cannot be enabled (systemd.generator(7)). */
    private static void checkGenerated(ConfigObject unit, FindingSink sink) {
        if (unit.path().isGenerated()) {
            EffectiveSettings install = EffectiveSettings.asWritten(unit).in("Install");
            unit.sections("Install").stream().findFirst().ifPresent(header -> {
                Finding finding = Finding.of(
                        Code.INSTALL_IN_GENERATED_UNIT,
                        header.span(),
                        "[Install] has no effect in a generated unit, which cannot be enabled");
                List<String> targets = List.of("WantedBy", "RequiredBy", "UpheldBy").stream()
                        .flatMap(key -> install.all(key).stream()
                                .flatMap(line -> ValidValues.words(line.value()).stream()
                                        .map(target -> target
                                                + (key.equals("WantedBy")
                                                        ? ".wants/"
                                                        : key.equals("RequiredBy") ? ".requires/" : ".upholds/"))))
                        .toList();
                sink.add(
                        targets.isEmpty()
                                ? finding.fix("remove the section")
                                : finding.fix("let the generator create the symbolic link " + targets.getFirst()
                                        + unit.name() + " instead"));
            });
        }
    }

    /** Reports missing credential files in folders of the tree; other folders are unknown. */
    private static void checkCredentials(ConfigObject unit, HostFiles host, FindingSink sink) {
        if (!host.whole()) {
            return;
        }
        EffectiveSettings service = EffectiveSettings.asWritten(unit).in("Service");
        for (String key : List.of("LoadCredential", "LoadCredentialEncrypted")) {
            for (Assignment line : service.all(key)) {
                int colon = line.value().indexOf(':');
                if (colon > 0) {
                    checkCredential(line, line.value().substring(colon + 1), host, sink);
                }
            }
        }
        for (Assignment line : service.all("ExecStart")) {
            for (String word : CommandLine.words(line.value())) {
                if (word.startsWith("--load-credential=") && word.indexOf(':') > 0) {
                    checkCredential(line, word.substring(word.indexOf(':') + 1), host, sink);
                }
            }
        }
    }

    private static void checkCredential(Assignment line, String path, HostFiles host, FindingSink sink) {
        String below = path.startsWith("/") ? path.substring(1) : "";
        if (!below.isEmpty()
                && path.indexOf('%') < 0
                && path.indexOf('$') < 0
                && !host.has(below)
                && host.hasBelow(FilePath.folder(below))
                && !FilePath.folder(below).isEmpty()) {
            sink.add(Finding.of(
                            Code.MISSING_CREDENTIAL_FILE,
                            ValidValues.part(line, path),
                            "credential file " + FilePath.name(path) + " not found in /" + FilePath.folder(below)
                                    + "; the unit does not start")
                    .fix("add the file, or remove the credential"));
        }
    }

    /** Checks that upperdir, workdir and mount point of an overlay are separate directories (mount(8), overlayfs). */
    private static void overlay(ConfigObject unit, FindingSink sink) {
        EffectiveSettings mount = EffectiveSettings.asWritten(unit).in("Mount");
        Optional<Assignment> type = mount.last("Type");
        Optional<Assignment> where = mount.last("Where");
        Optional<Assignment> line = mount.last("Options");
        if (type.filter(a -> a.value().equals("overlay")).isEmpty() || where.isEmpty() || line.isEmpty()) {
            return;
        }
        Map<String, String> options = new TreeMap<>();
        Arrays.stream(line.get().value().split(","))
                .map(o -> o.split("=", 2))
                .filter(o -> o.length == 2)
                .forEach(o -> options.put(o[0], o[1]));
        String upper = options.getOrDefault("upperdir", "");
        String work = options.getOrDefault("workdir", "");
        if (!upper.isEmpty()
                && (isIn(where.get().value(), upper) || isIn(upper, where.get().value()))) {
            sink.add(overlay(
                            line.get(),
                            "upperdir",
                            "the overlay is mounted over its own upperdir, " + upper + ", which becomes unreachable")
                    .also(where.get().span(), "mount point"));
        } else if (!work.isEmpty() && (isIn(work, upper) || isIn(upper, work))) {
            sink.add(overlay(
                    line.get(),
                    "workdir",
                    "workdir and upperdir of the overlay overlap; the kernel refuses to mount it"));
        }
    }

    private static Finding overlay(Assignment line, String option, String message) {
        return Finding.of(Code.OVERLAY_FOLDERS_OVERLAP, ValidValues.part(line, option), message)
                .fix("use separate directories for upperdir, workdir and mount point");
    }

    private static boolean isIn(String path, String folder) {
        return !folder.isEmpty() && (path.equals(folder) || path.startsWith(folder + "/"));
    }
}
