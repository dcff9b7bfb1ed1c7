package io.bitbuilder.bbc.oracle;

import java.util.List;

/** A program of systemd, or beside it, that reads some files of a host and says what it thinks of them. */
public interface Oracle {

    /** All of them, in the order in which a person would ask. */
    List<Oracle> ALL = List.of(new UnitOracle(), new NetworkOracle(), new GuestNetworkOracle(), new LinkOracle(),
            PerFileOracle.UDEV_RULES, new FirewallOracle(), PerFileOracle.NSPAWN, new VmspawnOracle(), DaemonOracle.NETWORKD,
            DaemonOracle.RESOLVED, PerFileOracle.TMPFILES, new FolderOracle(), PerFileOracle.SYSUSERS, PerFileOracle.REPART,
            PerFileOracle.SYSUPDATE, new ConfextOracle());

    /** Name of the program. */
    String program();

    /** What it says of those files of the tree that it reads; one start of the program for many files where it can. */
    Judgement judge(OracleRoot root, HostTree tree);
}
