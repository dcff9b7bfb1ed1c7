package io.bitbuilder.systemd.oracle;

import java.util.List;

/** A program of systemd, or related to it, that reads some files of a host and reports problems. */
public interface Oracle {

    /** Units of every type. */
    Oracle UNITS = new UnitOracle();
    /** {@code .network} and {@code .netdev}, as networkd reads them. */
    Oracle NETWORKS = new NetworkOracle(false);
    /** {@code .link}. */
    Oracle LINKS = new LinkOracle();
    /** {@code .nspawn}. */
    Oracle CONTAINERS = PerFileOracle.NSPAWN;
    /** {@code networkd.conf} and its drop-ins. */
    Oracle NETWORKD = DaemonOracle.NETWORKD;
    /** {@code resolved.conf}, its drop-ins, {@code .dns-delegate} and {@code .dnssd}. */
    Oracle RESOLVED = DaemonOracle.RESOLVED;
    /** {@code tmpfiles.d}, by their lines alone. */
    Oracle FOLDERS = PerFileOracle.TMPFILES;
    /** {@code sysusers.d}. */
    Oracle USERS = PerFileOracle.SYSUSERS;
    /** {@code repart.d}, each file by itself. */
    Oracle PARTITIONS = PerFileOracle.REPART;
    /** {@code sysupdate.d}, each file by itself, and components. */
    Oracle UPDATES = PerFileOracle.SYSUPDATE;

    /** Returns all oracles, in a natural order. */
    List<Oracle> ALL = List.of(
            UNITS,
            new NetworkOracle(true),
            new GuestNetworkOracle(),
            LINKS,
            PerFileOracle.UDEV_RULES,
            new FirewallOracle(),
            CONTAINERS,
            new VmspawnOracle(),
            NETWORKD,
            RESOLVED,
            FOLDERS,
            new FolderOracle(),
            USERS,
            PARTITIONS,
            UPDATES,
            new ConfextOracle());

    /** Name of the program. */
    String program();

    /**
     * Returns its verdicts on those files of the tree that it reads; one start of the program for many files where
     * possible.
     */
    Judgement judge(OracleRoot root, HostTree tree);
}
