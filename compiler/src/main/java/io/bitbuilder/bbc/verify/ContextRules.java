package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.literal.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Settings of processes that do not go together (systemd.exec(5)); they are the same in services, sockets, mounts and swaps. */
final class ContextRules {
    /** Lists of which one entry gives the process a mount namespace of its own. */
    private static final List<String> MOUNTS = List.of("RootImage", "RootMStack", "ReadWritePaths", "ReadOnlyPaths", "InaccessiblePaths", "ExecPaths", "NoExecPaths", "BindPaths",
            "BindReadOnlyPaths", "TemporaryFileSystem", "MountImages", "ExtensionImages", "ExtensionDirectories");

    /** Switches that do so unless they are off. */
    private static final List<String> SWITCHES = List.of("PrivateDevices", "PrivateTmp", "PrivateMounts", "ProtectSystem", "ProtectHome", "ProtectKernelTunables",
            "ProtectKernelModules", "ProtectKernelLogs", "ProtectControlGroups", "PrivateIPC", "PrivatePIDs", "DynamicUser", "BindLogSockets", "PrivateBPF");

    private static final List<String> FOLDERS = List.of("RuntimeDirectory", "StateDirectory", "CacheDirectory", "LogsDirectory", "ConfigurationDirectory");

    private ContextRules() {}

    /** Finds the first conflict; true when there is one, for which the unit is not loaded. */
    static boolean refused(UnitContext unit) {
        Optional<Assignment> folder = unit.own().last("WorkingDirectory");
        boolean dynamic = unit.own().isTrue("DynamicUser");
        Optional<Assignment> pids = unit.own().last("PrivatePIDs").filter(a -> on(a.value()));
        Optional<Assignment> users = unit.own().last("PrivateUsers").filter(a -> on(a.value()));
        Optional<Assignment> pam = unit.own().last("PAMName");
        if (dynamic && folder.filter(a -> a.value().matches("-?~")).isPresent()) {
            return refuse(unit, folder.get(), "WorkingDirectory=~ does not go with DynamicUser=yes");
        }
        if (folder.filter(a -> isApi(a.value())).isPresent() && ownMounts(unit)) {
            return refuse(unit, folder.get(), "WorkingDirectory= lies in the kernel's file systems, and the unit has a mount namespace of its own");
        }
        if (pids.isPresent() && !unit.unit().kind().name().equals("service")) {
            return refuse(unit, pids.get(), "PrivatePIDs= is for services alone");
        }
        if (users.filter(a -> a.value().equals("managed")).isPresent() && (dynamic || Stream.of("User", "Group", "PAMName").anyMatch(key -> unit.own().last(key).isPresent()))) {
            return refuse(unit, users.get(), "PrivateUsers=managed does not go with User=, Group=, DynamicUser= or PAMName=");
        }
        if (users.isPresent() && unit.own().last("UserNamespacePath").isPresent()) {
            return refuse(unit, users.get(), "PrivateUsers= does not go with UserNamespacePath=");
        }
        if (pids.isPresent() && pam.isPresent()) {
            return refuse(unit, pam.get(), "PAMName= does not go with PrivatePIDs=");
        }
        return pam.isPresent() && Set.of("process", "none").contains(unit.own().value("KillMode").orElse("")) && refuse(unit, pam.get(), "PAMName= needs KillMode=control-group or mixed");
    }

    private static boolean refuse(UnitContext unit, Assignment at, String reason) {
        unit.refuse(at.span(), reason, "remove one of the two");
        return true;
    }

    private static boolean on(String value) {
        return !Set.of("no", "off", "false", "0", "n", "f").contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isApi(String value) {
        String path = value.startsWith("-") ? value.substring(1) : value;
        return Stream.of("/proc", "/sys", "/dev").anyMatch(folder -> Paths.isBelow(path, folder));
    }

    private static boolean ownMounts(UnitContext unit) {
        return MOUNTS.stream().anyMatch(key -> !unit.own().all(key).isEmpty())
                || SWITCHES.stream().anyMatch(key -> unit.own().last(key).filter(a -> on(a.value())).isPresent())
                || unit.own().last("PrivateMounts").isEmpty() && unit.own().isTrue("PrivateNetwork")
                || unit.own().last("BindLogSockets").isEmpty() && unit.own().last("LogNamespace").isPresent()
                || unit.own().last("RootDirectory").isPresent() && unit.own().last("MountAPIVFS").filter(a -> !on(a.value())).isEmpty()
                || FOLDERS.stream().anyMatch(key -> unit.own().all(key).stream().anyMatch(a -> a.value().matches(".*:ro(\\s.*)?")))
                || Set.of("slave", "private").contains(unit.own().value("MountFlags").orElse(""))
                || unit.own().last("ProtectProc").filter(a -> !a.value().equals("default")).isPresent()
                || unit.own().last("ProcSubset").filter(a -> !a.value().equals("all")).isPresent();
    }
}
