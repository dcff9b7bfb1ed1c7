package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;

/** All that a host must have loaded once a tree is in force. */
record LiveChecks(HostState state, HostComplaints complaints, LiveLedger ledger) {

    static LiveChecks of(LiveHost host, LiveLedger ledger) {
        return new LiveChecks(new HostState(host), new HostComplaints(host), ledger);
    }

    void isInForce(HostTree tree) {
        new ContainersUp(state, ledger).check(tree);
        LimitsHeld.on(state, ledger).check(tree);
        new SecurityHeld(state, ledger).check(tree);
        new NetworksUp(state, ledger).check(tree);
        new FirewallsLoaded(state, ledger).check(tree);
        new ExternalNeighbour(state, ledger).check(tree);
        noComplaint(tree);
    }

    /** Asserts that no program of the host complained about the tree since the last call. */
    void noComplaint(HostTree tree) {
        ledger.equal("complaints", "in the journal about " + tree.name(), List.of(), complaints.since(tree));
    }

    /** Nothing of any tenant is there but its data. */
    void nothingIsLeft() {
        state.settle();
        ledger.equal("removal", "machines", List.of(), List.copyOf(state.machines()));
        ledger.equal(
                "removal",
                "units",
                List.of(),
                List.copyOf(state.loaded(
                        "tenant-*",
                        "systemd-nspawn@*",
                        "tenant-vm@*",
                        "bbc-firewall@*",
                        "bbc-volume@*",
                        "git-sync@*",
                        "var-lib-tenants-*")));
        ledger.equal(
                "removal",
                "tables",
                List.of(),
                state.tables().stream().filter(table -> table.endsWith(" bbc")).toList());
        ledger.equal("removal", "links", List.of(), List.copyOf(state.links().keySet()));
        ledger.equal("removal", "mounts", List.of(), state.mounts("/var/lib/tenants/"));
        ledger.equal("removal", "loop devices", List.of(), state.loops());
        ledger.equal("removal", "ranges that the host masquerades", List.of(), List.copyOf(state.masqueraded(4)));
        ledger.equal("removal", "IPv6 ranges that the host masquerades", List.of(), List.copyOf(state.masqueraded(6)));
    }
}
