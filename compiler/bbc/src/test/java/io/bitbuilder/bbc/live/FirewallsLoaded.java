package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The kernel has exactly the tables that were compiled: they equal the result of the files in a separate network. */
record FirewallsLoaded(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "firewalls";

    void check(HostTree tree) {
        List<String> files = tree.files("bbc/nft", ".nft");
        SortedSet<String> wanted = files.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of("bridge bbc", "inet bbc"));
        for (String table : wanted) {
            String compiled = state.host()
                    .exec(
                            "unshare",
                            "--net",
                            "/bin/sh",
                            "-ec",
                            "cd /etc/bbc; for file in host/base.nft nft/*.nft; do nft -f $file; done; "
                                    + "nft --stateless list table " + table);
            ledger.equal(SUBJECT, "table " + table, HostState.sorted(compiled), state.table(table));
        }
        SortedSet<String> loaded = new TreeSet<>(state.tables());
        ledger.equal(SUBJECT, "tables of the host", wanted, loaded);
    }
}
