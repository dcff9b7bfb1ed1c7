package io.bitbuilder.systemd.rule.unit;

import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.UnitContext;
import io.bitbuilder.systemd.value.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Conflicting settings of processes (systemd.exec(5)), for services, sockets, mounts and swaps alike. */
final class ContextRules {
    /** Lists of which one entry gives the process its own mount namespace. */
    private static final List<String> MOUNTS = List.of(
            "RootImage",
            "RootMStack",
            "ReadWritePaths",
            "ReadOnlyPaths",
            "InaccessiblePaths",
            "ExecPaths",
            "NoExecPaths",
            "BindPaths",
            "BindReadOnlyPaths",
            "TemporaryFileSystem",
            "MountImages",
            "ExtensionImages",
            "ExtensionDirectories");

    /** Switches that do the same unless they are off. */
    private static final List<String> SWITCHES = List.of(
            "PrivateDevices",
            "PrivateTmp",
            "PrivateMounts",
            "ProtectSystem",
            "ProtectHome",
            "ProtectKernelTunables",
            "ProtectKernelModules",
            "ProtectKernelLogs",
            "ProtectControlGroups",
            "PrivateIPC",
            "PrivatePIDs",
            "DynamicUser",
            "BindLogSockets",
            "PrivateBPF");

    private static final List<String> FOLDERS =
            List.of("RuntimeDirectory", "StateDirectory", "CacheDirectory", "LogsDirectory", "ConfigurationDirectory");

    private ContextRules() {}

    /** Reports the first conflict and returns true when there is one: systemd does not load the unit. */
    static boolean reportConflict(UnitContext unit) {
        Optional<Assignment> folder = unit.own().last("WorkingDirectory");
        boolean dynamic = unit.own().isTrue("DynamicUser");
        Optional<Assignment> pids = unit.own().last("PrivatePIDs").filter(a -> isOn(a.value()));
        Optional<Assignment> users = unit.own().last("PrivateUsers").filter(a -> isOn(a.value()));
        Optional<Assignment> pam = unit.own().last("PAMName");
        if (dynamic && folder.filter(a -> a.value().matches("-?~")).isPresent()) {
            return refuse(unit, folder.get(), "WorkingDirectory=~ cannot be combined with DynamicUser=yes");
        }
        if (folder.filter(a -> isApi(a.value())).isPresent() && ownMounts(unit)) {
            return refuse(
                    unit,
                    folder.get(),
                    "WorkingDirectory= in an API file system of the kernel cannot be combined with a private "
                            + "mount namespace");
        }
        if (pids.isPresent() && !unit.unit().kind().name().equals("service")) {
            return refuse(unit, pids.get(), "PrivatePIDs= is only supported for services");
        }
        if (users.filter(a -> a.value().equals("managed")).isPresent()
                && (dynamic
                        || Stream.of("User", "Group", "PAMName")
                                .anyMatch(key -> unit.own().last(key).isPresent()))) {
            return refuse(
                    unit,
                    users.get(),
                    "PrivateUsers=managed cannot be combined with User=, Group=, DynamicUser= or PAMName=");
        }
        if (users.isPresent() && unit.own().last("UserNamespacePath").isPresent()) {
            return refuse(unit, users.get(), "PrivateUsers= cannot be combined with UserNamespacePath=");
        }
        if (pids.isPresent() && pam.isPresent()) {
            return refuse(unit, pam.get(), "PAMName= cannot be combined with PrivatePIDs=");
        }
        return pam.isPresent()
                && Set.of("process", "none")
                        .contains(unit.own().value("KillMode").orElse(""))
                && refuse(unit, pam.get(), "PAMName= requires KillMode=control-group or mixed");
    }

    private static boolean refuse(UnitContext unit, Assignment at, String reason) {
        unit.refuse(at.span(), reason, "remove one of the two");
        return true;
    }

    private static boolean isOn(String value) {
        return !Set.of("no", "off", "false", "0", "n", "f").contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isApi(String value) {
        String path = value.startsWith("-") ? value.substring(1) : value;
        return Stream.of("/proc", "/sys", "/dev").anyMatch(folder -> Paths.isBelow(path, folder));
    }

    private static boolean ownMounts(UnitContext unit) {
        return MOUNTS.stream().anyMatch(key -> !unit.own().all(key).isEmpty())
                || SWITCHES.stream()
                        .anyMatch(key -> unit.own()
                                .last(key)
                                .filter(a -> isOn(a.value()))
                                .isPresent())
                || unit.own().last("PrivateMounts").isEmpty() && unit.own().isTrue("PrivateNetwork")
                || unit.own().last("BindLogSockets").isEmpty()
                        && unit.own().last("LogNamespace").isPresent()
                || unit.own().last("RootDirectory").isPresent()
                        && unit.own()
                                .last("MountAPIVFS")
                                .filter(a -> !isOn(a.value()))
                                .isEmpty()
                || FOLDERS.stream()
                        .anyMatch(key -> unit.own().all(key).stream()
                                .anyMatch(a -> a.value().matches(".*:ro(\\s.*)?")))
                || Set.of("slave", "private")
                        .contains(unit.own().value("MountFlags").orElse(""))
                || unit.own()
                        .last("ProtectProc")
                        .filter(a -> !a.value().equals("default"))
                        .isPresent()
                || unit.own()
                        .last("ProcSubset")
                        .filter(a -> !a.value().equals("all"))
                        .isPresent();
    }
}
