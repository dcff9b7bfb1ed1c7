package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.directive.Specifiers;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.UnitNames;
import io.bitbuilder.bbc.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the manager finds in mounts, automounts and swaps that it has read (systemd.mount(5)). */
final class MountRules {
    /** Mount points that systemd itself or the kernel fills. */
    private static final Set<String> KERNEL = Set.of("/dev", "/dev/pts", "/dev/shm", "/proc", "/run", "/sys", "/sys/firmware/efi/efivars", "/sys/fs/bpf", "/sys/fs/cgroup",
            "/sys/fs/pstore", "/sys/fs/smackfs", "/sys/kernel/security", "/sys/fs/selinux", "/dev/console", "/proc/kmsg", "/proc/sys", "/proc/sys/kernel/random/boot_id");
    private static final List<String> KERNEL_FOLDERS = List.of("/sys/fs/cgroup", "/run/host", "/run/credentials");
    private static final List<String> RESERVED = List.of("fd", "pgrp", "minproto", "maxproto", "direct", "indirect");

    private MountRules() {}

    static void mount(UnitSettings settings) {
        if (ContextRules.refused(settings)) {
            return;
        }
        Optional<Assignment> where = settings.last("Where");
        Span place = where.map(Assignment::span).orElseGet(settings::place);
        Optional<String> path = path(settings, "Where");
        if (path.isEmpty()) {
            settings.refuse(place, "its name stands for no path", "rename the file to what systemd-escape --path gives");
        } else if (!matches(settings, path.get())) {
            mismatch(settings, place, "Where", path.get());
        } else if (KERNEL.contains(path.get()) || KERNEL_FOLDERS.stream().anyMatch(folder -> Paths.isBelow(path.get(), folder))) {
            settings.refuse(place, "'" + path.get() + "' belongs to the kernel or to systemd", "remove the file");
        } else {
            source(settings, path.get());
        }
    }

    private static void source(UnitSettings settings, String path) {
        String what = settings.last("What").map(a -> Specifiers.path(a.value(), settings.unit().name())).orElse("");
        if (what.isEmpty() && !path.equals("/")) {
            settings.refuse(settings.last("What").map(Assignment::span).orElseGet(settings::place), "it has no What=", "add What=");
        } else if (Paths.isAbsolute(what) && !Paths.isNormalized(Paths.simplify(what, false))) {
            settings.refuse(settings.last("What").orElseThrow().span(), "the path of What= has a part '..'", "write the path without '..'");
        }
    }

    static void automount(UnitSettings settings) {
        Optional<Assignment> where = settings.last("Where");
        Span place = where.map(Assignment::span).orElseGet(settings::place);
        Optional<String> path = path(settings, "Where");
        if (path.isEmpty()) {
            settings.refuse(place, "its name stands for no path", "rename the file to what systemd-escape --path gives");
        } else if (path.get().equals("/")) {
            settings.refuse(place, "the root cannot be mounted on demand", "remove the file");
        } else if (!matches(settings, path.get())) {
            mismatch(settings, place, "Where", path.get());
        } else {
            settings.last("ExtraOptions").filter(a -> Arrays.stream(a.value().split(",")).anyMatch(MountRules::isReserved))
                    .ifPresent(a -> settings.refuse(a.span(), "ExtraOptions= has an option that systemd sets itself: one of " + String.join(", ", RESERVED), "remove the option"));
        }
    }

    private static boolean isReserved(String option) {
        return RESERVED.contains(option.replaceFirst("=.*", "").strip());
    }

    static void swap(UnitSettings settings) {
        if (ContextRules.refused(settings)) {
            return;
        }
        Optional<String> path = path(settings, "What").map(MountRules::device);
        Span place = settings.last("What").map(Assignment::span).orElseGet(settings::place);
        if (path.isEmpty()) {
            settings.refuse(place, "its name stands for no path", "rename the file to what systemd-escape --path gives");
        } else if (!Paths.isAbsolute(path.get()) || !Paths.isNormalized(path.get()) || !matches(settings, path.get())) {
            mismatch(settings, place, "What", path.get());
        }
    }

    /** Names of devices by what they hold are links of udev. */
    private static String device(String what) {
        for (String tag : List.of("LABEL", "UUID", "PARTLABEL", "PARTUUID")) {
            if (what.startsWith(tag + "=")) {
                return "/dev/disk/by-" + tag.toLowerCase(Locale.ROOT) + "/" + what.substring(tag.length() + 1).replaceAll("^\"(.*)\"$", "$1");
            }
        }
        return what;
    }

    private static Optional<String> path(UnitSettings settings, String key) {
        String bare = settings.unit().name().replaceFirst("\\.[a-z]+$", "");
        Optional<String> named = bare.equals("-") ? Optional.of("/") : UnitNames.unescape(bare).toOptional()
                .filter(p -> !p.startsWith("/") && !p.endsWith("/")).map(p -> "/" + p).filter(Paths::isNormalized);
        return settings.last(key).map(a -> Paths.simplify(Specifiers.path(a.value(), settings.unit().name()), false)).or(() -> named);
    }

    private static boolean matches(UnitSettings settings, String path) {
        String name = settings.unit().name();
        return name.equals(UnitNames.escapePath(path) + name.substring(name.lastIndexOf('.')));
    }

    private static void mismatch(UnitSettings settings, Span place, String key, String path) {
        String type = settings.unit().name().substring(settings.unit().name().lastIndexOf('.'));
        String name = UnitNames.escapePath(path) + type;
        settings.refuse(place, key + "= does not match the unit's name, which must be '" + name + "'", "name the file " + name + ", or change " + key + "=");
    }
}
