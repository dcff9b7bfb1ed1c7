package io.bitbuilder.systemd.rule.unit;

import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.object.UnitContext;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules of whole mounts, automounts and swaps (systemd.mount(5), systemd.automount(5), systemd.swap(5)). */
final class MountRules {
    /** Mount points of systemd itself and of the kernel. */
    private static final Set<String> KERNEL = Set.of(
            "/dev",
            "/dev/pts",
            "/dev/shm",
            "/proc",
            "/run",
            "/sys",
            "/sys/firmware/efi/efivars",
            "/sys/fs/bpf",
            "/sys/fs/cgroup",
            "/sys/fs/pstore",
            "/sys/fs/smackfs",
            "/sys/kernel/security",
            "/sys/fs/selinux",
            "/dev/console",
            "/proc/kmsg",
            "/proc/sys",
            "/proc/sys/kernel/random/boot_id");

    private static final List<String> KERNEL_FOLDERS = List.of("/sys/fs/cgroup", "/run/host", "/run/credentials");
    private static final List<String> RESERVED = List.of("fd", "pgrp", "minproto", "maxproto", "direct", "indirect");

    private MountRules() {}

    static void mount(UnitContext unit) {
        if (ContextRules.reportConflict(unit)) {
            return;
        }
        Optional<Assignment> where = unit.own().last("Where");
        Span place = where.map(Assignment::span).orElseGet(unit::place);
        Optional<String> path = path(unit, "Where");
        if (path.isEmpty()) {
            unit.refuse(
                    place,
                    "the unit's name is not an escaped path",
                    "rename the file to the output of systemd-escape --path");
        } else if (!matches(unit, path.get())) {
            mismatch(unit, place, "Where", path.get());
        } else if (KERNEL.contains(path.get())
                || KERNEL_FOLDERS.stream().anyMatch(folder -> Paths.isBelow(path.get(), folder))) {
            unit.refuse(place, "'" + path.get() + "' is reserved for the kernel or systemd", "remove the file");
        } else {
            source(unit, path.get());
        }
    }

    private static void source(UnitContext unit, String path) {
        String device = unit.own()
                .last("What")
                .map(a -> UnitSpecifiers.path(a.value(), unit.unit().name()))
                .orElse("");
        if (device.isEmpty() && !path.equals("/")) {
            unit.refuse(
                    unit.own().last("What").map(Assignment::span).orElseGet(unit::place), "missing What=", "add What=");
        } else if (Paths.isAbsolute(device) && !Paths.isNormalized(Paths.simplify(device, false))) {
            unit.refuse(
                    unit.own().last("What").orElseThrow().span(),
                    "the path of What= contains '..'",
                    "write the path without '..'");
        }
    }

    static void automount(UnitContext unit) {
        Optional<Assignment> where = unit.own().last("Where");
        Span place = where.map(Assignment::span).orElseGet(unit::place);
        Optional<String> path = path(unit, "Where");
        if (path.isEmpty()) {
            unit.refuse(
                    place,
                    "the unit's name is not an escaped path",
                    "rename the file to the output of systemd-escape --path");
        } else if (path.get().equals("/")) {
            unit.refuse(place, "the root directory cannot be an automount point", "remove the file");
        } else if (!matches(unit, path.get())) {
            mismatch(unit, place, "Where", path.get());
        } else {
            unit.own()
                    .last("ExtraOptions")
                    .filter(a -> Arrays.stream(a.value().split(",")).anyMatch(MountRules::isReserved))
                    .ifPresent(a -> unit.refuse(
                            a.span(),
                            "ExtraOptions= contains an option that systemd sets itself (" + String.join(", ", RESERVED)
                                    + ")",
                            "remove the option"));
        }
    }

    private static boolean isReserved(String option) {
        return RESERVED.contains(option.replaceFirst("=.*", "").strip());
    }

    static void swap(UnitContext unit) {
        if (ContextRules.reportConflict(unit)) {
            return;
        }
        Optional<String> path = path(unit, "What").map(MountRules::device);
        Span place = unit.own().last("What").map(Assignment::span).orElseGet(unit::place);
        if (path.isEmpty()) {
            unit.refuse(
                    place,
                    "the unit's name is not an escaped path",
                    "rename the file to the output of systemd-escape --path");
        } else if (!Paths.isAbsolute(path.get()) || !Paths.isNormalized(path.get()) || !matches(unit, path.get())) {
            mismatch(unit, place, "What", path.get());
        }
    }

    /** Returns the path of a device; tags such as {@code UUID=} are symbolic links of udev. */
    private static String device(String what) {
        for (String tag : List.of("LABEL", "UUID", "PARTLABEL", "PARTUUID")) {
            if (what.startsWith(tag + "=")) {
                return "/dev/disk/by-" + tag.toLowerCase(Locale.ROOT) + "/"
                        + what.substring(tag.length() + 1).replaceAll("^\"(.*)\"$", "$1");
            }
        }
        return what;
    }

    private static Optional<String> path(UnitContext unit, String key) {
        String bare = unit.unit().name().replaceFirst("\\.[a-z]+$", "");
        Optional<String> named = bare.equals("-")
                ? Optional.of("/")
                : UnitNames.unescape(bare)
                        .toOptional()
                        .filter(p -> !p.startsWith("/") && !p.endsWith("/"))
                        .map(p -> "/" + p)
                        .filter(Paths::isNormalized);
        return unit.own()
                .last(key)
                .map(a -> Paths.simplify(
                        UnitSpecifiers.path(a.value(), unit.unit().name()), false))
                .or(() -> named);
    }

    private static boolean matches(UnitContext unit, String path) {
        String name = unit.unit().name();
        return name.equals(UnitNames.escapePath(path) + name.substring(name.lastIndexOf('.')));
    }

    private static void mismatch(UnitContext unit, Span place, String key, String path) {
        if (unit.checker().isUnknown(path)) {
            return;
        }
        String type = unit.unit().name().substring(unit.unit().name().lastIndexOf('.'));
        String name = UnitNames.escapePath(path) + type;
        unit.refuse(
                place,
                key + "= does not match the unit's name, which must be '" + name + "'",
                "name the file " + name + ", or change " + key + "=");
    }
}
