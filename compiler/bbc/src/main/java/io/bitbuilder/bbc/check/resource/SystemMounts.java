package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Optional;
import java.util.Set;

/** Checks that no volume hides a directory that the guest needs to boot (file-hierarchy(7)). */
public final class SystemMounts implements Check {
    /** Directories that may contain mount points, but cannot be one. */
    private static final Set<String> WHOLE = Set.of(
            "/",
            "/bin",
            "/boot",
            "/efi",
            "/etc",
            "/lib",
            "/lib32",
            "/lib64",
            "/libx32",
            "/sbin",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/lib64",
            "/usr/sbin",
            "/var",
            "/var/lib",
            "/var/lib/systemd");

    /** Directories of the kernel and the running system, with everything below. */
    private static final Set<String> ALL = Set.of("/proc", "/sys", "/dev", "/run");

    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> workload.volume()
                .forEach(volume -> hidden(volume.mount())
                        .ifPresent(path -> scope.report(Finding.of(
                                        Code.MOUNT_OVER_SYSTEM,
                                        volume.at().span("mount"),
                                        "volume " + volume.name() + " of " + CheckScope.title(tenant, workload)
                                                + " is mounted at " + volume.mount() + ", which hides " + path
                                                + " of the system")
                                .why("the guest needs its contents to boot")
                                .fix("mount it at a separate directory, such as /srv/" + volume.name())))));
    }

    private static Optional<String> hidden(String mount) {
        return WHOLE.contains(mount)
                ? Optional.of(mount)
                : ALL.stream()
                        .filter(path -> mount.equals(path) || mount.startsWith(path + "/"))
                        .findFirst();
    }
}
