package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.SortedSet;
import java.util.TreeSet;

/** The kernel has exactly the tables that were compiled: each equals the result of its file in a separate network. */
record FirewallsLoaded(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "firewalls";

    void check(HostTree tree) {
        SortedSet<String> wanted = new TreeSet<>();
        for (String file : tree.files("bbc/nft", ".nft")) {
            String tenant = file.substring("bbc/nft/".length(), file.length() - ".nft".length());
            for (String table : new String[] {"inet bbc_" + tenant, "bridge bbc_" + tenant}) {
                wanted.add(table);
                String compiled = state.host()
                        .exec(
                                "unshare",
                                "--net",
                                "/bin/sh",
                                "-c",
                                "nft -f /etc/" + file + " && nft --stateless list table " + table);
                ledger.equal(
                        SUBJECT, "table " + table, compiled, state.table(table).strip());
            }
        }
        SortedSet<String> loaded = new TreeSet<>(state.tables());
        loaded.removeIf(table -> table.endsWith(" io.systemd.nat"));
        ledger.equal(SUBJECT, "tables of the host", wanted, loaded);
    }
}
