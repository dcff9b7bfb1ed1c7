package io.bitbuilder.bbc.oracle;

import java.util.List;

/** A program of systemd, or beside it, that reads some files of a host and says what it thinks of them. */
interface Oracle {

    /** All of them, in the order in which a person would ask. */
    List<Oracle> ALL = List.of(new UnitOracle(), new NetworkOracle(), new GuestNetworkOracle(), new FirewallOracle(),
            new NspawnOracle(), new VmspawnOracle(), new FolderOracle(), new ConfextOracle());

    /** Name of the program. */
    String program();

    Judgement judge(OracleRoot root, HostTree tree);

    /**
     * What a program thinks of a tree.
     *
     * @param files      how many files it was shown
     * @param complaints its words; empty when it takes every file as it is
     */
    record Judgement(int files, List<String> complaints) {
    }
}
