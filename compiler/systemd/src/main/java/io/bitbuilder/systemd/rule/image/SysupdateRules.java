package io.bitbuilder.systemd.rule.image;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.grammar.common.HostSpecifiers;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.value.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of transfers (sysupdate.d(5)): definitions because of which systemd-sysupdate does nothing. The first reason
 * counts.
 */
public final class SysupdateRules {
    public static final List<ObjectRule> ALL = List.of((object, checker, sink) -> {
        if (!object.isMasked()) {
            new SysupdateRules(object, EffectiveSettings.of(object, checker)).judge(sink);
        }
    });

    private static final Set<String> SOURCES =
            Set.of("url-file", "url-tar", "tar", "regular-file", "directory", "subvolume");
    private static final Set<String> TARGETS = Set.of("partition", "regular-file", "directory", "subvolume");
    private static final Set<String> FILES = Set.of("url-file", "partition", "regular-file");
    private static final Set<String> ANY_FILES = Set.of("partition", "regular-file");
    private static final Set<String> BOOT = Set.of("esp", "xbootldr", "boot");
    private static final String EXPLICIT = "explicit";

    private final ConfigObject object;
    private final EffectiveSettings settings;
    private final String source;
    private final Optional<String> from;
    private final Optional<String> to;

    private SysupdateRules(ConfigObject object, EffectiveSettings settings) {
        this.object = object;
        this.settings = settings;
        source = settings.in("Source").value("Type").orElse("");
        from = path("Source");
        to = path("Target");
    }

    private void judge(FindingSink sink) {
        types().or(this::paths)
                .or(this::patterns)
                .or(this::target)
                .or(this::places)
                .ifPresent(reason -> sink.add(
                        Code.UNIT_REFUSED, object.start(), reason + "; systemd-sysupdate refuses all definitions"));
    }

    /** Returns the last accepted path, even when it is empty. */
    private Optional<String> path(String section) {
        return settings.in(section).accepted("Path").stream()
                .reduce((first, second) -> second)
                .flatMap(a -> HostSpecifiers.SYSTEM.expand(a.value()));
    }

    private String targetType() {
        return settings.in("Target").value("Type").orElseGet(() -> switch (source) {
            case "url-file", "regular-file" ->
                to.filter(path -> Paths.isBelow(path, "/dev")).isPresent() ? "partition" : "regular-file";
            case "subvolume" -> "subvolume";
            default -> "directory";
        });
    }

    private Optional<String> types() {
        String target = targetType();
        return when(!SOURCES.contains(source), "Type= in [Source] is missing or not valid for a source")
                .or(() -> when(!TARGETS.contains(target), "Type= in [Target] is not valid for a target"))
                .or(() -> when(
                        FILES.contains(source) != ANY_FILES.contains(target),
                        "a source of type " + source + " cannot be combined with a target of type " + target));
    }

    private Optional<String> paths() {
        String path = from.orElse("");
        boolean auto = path.equals("auto");
        boolean address = source.startsWith("url-");
        return when(from.isEmpty(), "missing Path= in [Source]")
                .or(() -> when(
                        settings.in("Source").value("PathRelativeTo").orElse("").equals(EXPLICIT) && isInstalled(),
                        "PathRelativeTo=explicit in [Source] requires the option --transfer-source="))
                .or(() -> when(
                        settings.in("Target").value("PathRelativeTo").orElse("").equals(EXPLICIT),
                        "PathRelativeTo=explicit is not supported in [Target]"))
                .or(() -> when(
                        !auto && !address && !isPlain(path), "Path= in [Source] is not a normalized absolute path"))
                .or(() -> when(
                        !auto && address && !path.matches("(?:https?://|file:/)\\p{ASCII}+"),
                        "Path= in [Source] is not an http:// or https:// URL"));
    }

    /** Returns false for definitions of an image's build, whose program passes the option. */
    private boolean isInstalled() {
        return !FilePath.folder(object.files().findFirst().orElseThrow().path()).contains("mkosi.");
    }

    private Optional<String> patterns() {
        return when(!settings.in("Source").has("MatchPattern"), "missing MatchPattern= in [Source]")
                .or(() -> when(
                        (source.equals("directory") || source.equals("subvolume"))
                                && settings.in("Source").all("MatchPattern").stream()
                                        .anyMatch(a -> (" " + a.value()).contains(" **/")),
                        "'**/' in MatchPattern= is only supported for files"));
    }

    private Optional<String> target() {
        boolean partition = targetType().equals("partition");
        return when(to.isEmpty(), "missing Path= in [Target]")
                .or(() -> when(
                        !to.get().equals("auto") && !isPlain(to.get()),
                        "Path= in [Target] is not a normalized absolute path"))
                .or(() -> when(
                        partition
                                && settings.in("Target")
                                        .value("CurrentSymlink")
                                        .filter(link -> !Paths.isAbsolute(link))
                                        .isPresent(),
                        "CurrentSymlink= must be absolute for a target of type partition"));
    }

    /** Checks that paths suit the types; partitions of the boot loader hold regular files and directories only. */
    private Optional<String> places() {
        String target = targetType();
        return when(from.filter("auto"::equals).isPresent(), "Path=auto is not supported in [Source]")
                .or(() -> place("Source", source))
                .or(() -> when(
                        to.filter("auto"::equals).isPresent() && !target.equals("partition"),
                        "Path=auto in [Target] is only supported for partitions"))
                .or(() -> place("Target", target));
    }

    private Optional<String> place(String section, String type) {
        String place = settings.in(section).value("PathRelativeTo").orElse("root");
        return when(
                BOOT.contains(place) && !type.equals("regular-file") && !type.equals("directory"),
                "PathRelativeTo=" + place + " in [" + section
                        + "] is only supported for regular files and directories");
    }

    private static boolean isPlain(String path) {
        return Paths.isAbsolute(path) && Paths.isNormalized(path);
    }

    private static Optional<String> when(boolean wrong, String reason) {
        return wrong ? Optional.of(reason) : Optional.empty();
    }
}
