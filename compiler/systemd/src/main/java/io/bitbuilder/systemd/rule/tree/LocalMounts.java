package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import java.util.Set;
import java.util.regex.Pattern;

/** Mounts that local-fs.target waits for by default, and the others (systemd.mount(5)). */
final class LocalMounts {
    /** Options of mounts of the network, or allowed to fail (systemd.mount(5)). */
    private static final Pattern APART = Pattern.compile("(?:.*,)?(?:_netdev|nofail)(?:,.*)?");

    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smb3", "sshfs", "ceph", "glusterfs", "gfs2", "ocfs2", "lustre", "9p");

    /** Mounts that are there before systemd starts. */
    private static final Set<String> EARLIEST = Set.of("-.mount", "usr.mount");

    private LocalMounts() {}

    /** Returns whether the unit is a mount without the default dependencies of local ones. */
    static boolean isApart(ConfigObject unit, EffectiveSettings mount) {
        return unit.kind() == FileKind.MOUNT
                && (EARLIEST.contains(unit.name())
                        || mount.last("Options")
                                .filter(line -> APART.matcher(line.value()).matches())
                                .isPresent()
                        || mount.last("Type")
                                .filter(line -> REMOTE.contains(line.value()))
                                .isPresent());
    }
}
