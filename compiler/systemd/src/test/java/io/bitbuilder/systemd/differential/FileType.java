package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.oracle.Oracle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Types of files that both bbc and a program of systemd judge. A sample of each has a distinct name, called its id. */
enum FileType {
    SERVICE("systemd/system/%s.service", Oracle.UNITS, "[Service]\nExecStart=/usr/bin/true\n", "service", "unit"),
    SOCKET("systemd/system/%s.socket", Oracle.UNITS, "[Socket]\nListenStream=/run/@N@\n", "socket", "unit"),
    TARGET("systemd/system/%s.target", Oracle.UNITS, "[Unit]\nDescription=A target\n", "unit"),
    MOUNT("systemd/system/srv-%s.mount", Oracle.UNITS, "[Mount]\nWhat=/dev/null\nWhere=/srv/@N@\n", "mount", "unit"),
    AUTOMOUNT("systemd/system/srv-%s.automount", Oracle.UNITS, "[Automount]\nWhere=/srv/@N@\n", "automount", "unit"),
    SWAP("systemd/system/dev-%s.swap", Oracle.UNITS, "[Swap]\nWhat=/dev/@N@\n", "swap", "unit"),
    TIMER("systemd/system/%s.timer", Oracle.UNITS, "[Timer]\nOnBootSec=5min\n", "timer", "unit"),
    PATH("systemd/system/%s.path", Oracle.UNITS, "[Path]\nPathExists=/srv/a\n", "path", "unit"),
    SLICE("systemd/system/%s.slice", Oracle.UNITS, "[Slice]\n", "slice", "unit"),
    NETWORK("systemd/network/%s.network", Oracle.NETWORKS, "[Match]\nName=@N@\n", "network"),
    NETDEV("systemd/network/%s.netdev", Oracle.NETWORKS, "[NetDev]\nName=@N@\nKind=dummy\n", "netdev"),
    LINK("systemd/network/%s.link", Oracle.LINKS, "[Match]\nOriginalName=@N@\n", "link"),
    NSPAWN("systemd/nspawn/%s.nspawn", Oracle.CONTAINERS, "", "nspawn"),
    REPART("repart.d/%s.conf", Oracle.PARTITIONS, "[Partition]\nType=linux-generic\n", "repart.d"),
    TRANSFER("sysupdate.d/%s.transfer", Oracle.UPDATES, """
            [Source]
            Type=tar
            Path=/srv/images
            MatchPattern=tree_@v.tar
            [Target]
            Type=directory
            Path=/srv/trees
            MatchPattern=tree_@v
            """, "sysupdate.transfer"),
    FEATURE("sysupdate.d/%s.feature", Oracle.UPDATES, "[Feature]\n", "sysupdate.feature"),
    COMPONENT("sysupdate.%s.component", Oracle.UPDATES, "[Component]\n", "sysupdate.component"),
    TMPFILES("tmpfiles.d/%s.conf", Oracle.FOLDERS, "", "tmpfiles.d"),
    SYSUSERS("sysusers.d/%s.conf", Oracle.USERS, "", "sysusers.d"),
    NETWORKD_CONF("systemd/networkd.conf.d/%s.conf", Oracle.NETWORKD, "", "networkd.conf"),
    RESOLVED_CONF("systemd/resolved.conf.d/%s.conf", Oracle.RESOLVED, "", "resolved.conf"),
    DNS_DELEGATE(
            "systemd/dns-delegate.d/%s.dns-delegate",
            Oracle.RESOLVED, "[Delegate]\nDNS=10.0.0.1\nDomains=a.b\n", "dns-delegate");

    private static final String SERVICE_BESIDE = "[Service]\nType=oneshot\nExecStart=/usr/bin/true\n";

    private final String path;
    private final Oracle oracle;
    private final String frame;
    private final List<String> catalogued;

    FileType(String path, Oracle oracle, String frame, String... catalogued) {
        this.path = path;
        this.oracle = oracle;
        this.frame = frame;
        this.catalogued = List.of(catalogued);
    }

    /** Lower case with dashes, as people write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Path below {@code etc}. */
    String path(String id) {
        return path.replace("%s", id);
    }

    /** The program that judges it. */
    Oracle oracle() {
        return oracle;
    }

    /** The least that a file of this type needs. */
    String frame() {
        return frame;
    }

    /** Types of the catalogue whose directives are valid in it. */
    List<String> catalogued() {
        return catalogued;
    }

    /** True for files with one entry a line and no sections. */
    boolean isTable() {
        return this == TMPFILES || this == SYSUSERS;
    }

    /** Valid files that it requires, by path below {@code etc}: units that it starts, or mounts. */
    Map<String, String> beside(String id) {
        return switch (this) {
            case SOCKET -> Map.of(SERVICE.path(id), SERVICE_BESIDE, SERVICE.path(id + "@"), SERVICE_BESIDE);
            case TIMER, PATH -> Map.of(SERVICE.path(id), SERVICE_BESIDE);
            case AUTOMOUNT -> Map.of(MOUNT.path(id), MOUNT.frame().replace("@N@", id));
            default -> Map.of();
        };
    }
}
