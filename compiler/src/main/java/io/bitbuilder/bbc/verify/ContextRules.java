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
    static boolean refused(UnitSettings settings) {
        Optional<Assignment> folder = settings.last("WorkingDirectory");
        boolean dynamic = settings.yes("DynamicUser");
        Optional<Assignment> pids = settings.last("PrivatePIDs").filter(a -> on(a.value()));
        Optional<Assignment> users = settings.last("PrivateUsers").filter(a -> on(a.value()));
        Optional<Assignment> pam = settings.last("PAMName");
        if (dynamic && folder.filter(a -> a.value().matches("-?~")).isPresent()) {
            return refuse(settings, folder.get(), "WorkingDirectory=~ does not go with DynamicUser=yes");
        }
        if (folder.filter(a -> isApi(a.value())).isPresent() && ownMounts(settings)) {
            return refuse(settings, folder.get(), "WorkingDirectory= lies in the kernel's file systems, and the unit has a mount namespace of its own");
        }
        if (pids.isPresent() && !settings.unit().kind().name().equals("service")) {
            return refuse(settings, pids.get(), "PrivatePIDs= is for services alone");
        }
        if (users.filter(a -> a.value().equals("managed")).isPresent() && (dynamic || Stream.of("User", "Group", "PAMName").anyMatch(key -> settings.last(key).isPresent()))) {
            return refuse(settings, users.get(), "PrivateUsers=managed does not go with User=, Group=, DynamicUser= or PAMName=");
        }
        if (users.isPresent() && settings.last("UserNamespacePath").isPresent()) {
            return refuse(settings, users.get(), "PrivateUsers= does not go with UserNamespacePath=");
        }
        if (pids.isPresent() && pam.isPresent()) {
            return refuse(settings, pam.get(), "PAMName= does not go with PrivatePIDs=");
        }
        return pam.isPresent() && Set.of("process", "none").contains(settings.value("KillMode")) && refuse(settings, pam.get(), "PAMName= needs KillMode=control-group or mixed");
    }

    private static boolean refuse(UnitSettings settings, Assignment at, String reason) {
        settings.refuse(at.span(), reason, "remove one of the two");
        return true;
    }

    private static boolean on(String value) {
        return !Set.of("no", "off", "false", "0", "n", "f").contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isApi(String value) {
        String path = value.startsWith("-") ? value.substring(1) : value;
        return Stream.of("/proc", "/sys", "/dev").anyMatch(folder -> Paths.isBelow(path, folder));
    }

    private static boolean ownMounts(UnitSettings settings) {
        return MOUNTS.stream().anyMatch(key -> !settings.list(key).isEmpty())
                || SWITCHES.stream().anyMatch(key -> settings.last(key).filter(a -> on(a.value())).isPresent())
                || settings.last("PrivateMounts").isEmpty() && settings.yes("PrivateNetwork")
                || settings.last("BindLogSockets").isEmpty() && settings.last("LogNamespace").isPresent()
                || settings.last("RootDirectory").isPresent() && settings.last("MountAPIVFS").filter(a -> !on(a.value())).isEmpty()
                || FOLDERS.stream().anyMatch(key -> settings.list(key).stream().anyMatch(a -> a.value().matches(".*:ro(\\s.*)?")))
                || Set.of("slave", "private").contains(settings.value("MountFlags"))
                || settings.last("ProtectProc").filter(a -> !a.value().equals("default")).isPresent()
                || settings.last("ProcSubset").filter(a -> !a.value().equals("all")).isPresent();
    }
}
