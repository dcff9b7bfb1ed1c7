package io.bitbuilder.bbc.live;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Effects of a tree on a host, in comparable form: equal snapshots mean equal states.
 *
 * @param units units that the compiler names: state and limits of each
 * @param links bridges and ports with their master and addresses
 * @param firewall all tables of the kernel
 * @param mounts mount points and loop devices of tenants
 * @param files digest of each file of the tree that is in /etc
 */
record HostSnapshot(
        SortedMap<String, String> units,
        SortedMap<String, String> links,
        SortedMap<String, String> firewall,
        List<String> mounts,
        List<String> files) {
    private static final String[] OURS = {
        "tenant-*",
        "bbc-host.target",
        "bbc-network.service",
        "bbc-firewall@*",
        "bbc-volume@*",
        "systemd-nspawn@*",
        "tenant-vm@*",
        "git-sync@*",
        "var-lib-tenants-*"
    };
    private static final List<String> PROPERTIES = List.of(
            "ActiveState",
            "SubState",
            "CPUQuotaPerSecUSec",
            "MemoryMax",
            "MemoryHigh",
            "TasksMax",
            "Slice",
            "FragmentPath",
            "DropInPaths");

    static HostSnapshot of(HostState state) {
        state.settle();
        SortedMap<String, String> units = new TreeMap<>();
        state.units(state.loaded(OURS), PROPERTIES)
                .forEach((unit, properties) -> units.put(unit, properties.toString()));
        SortedMap<String, String> links = state.links();
        links.replaceAll((name, master) -> master + " "
                + state.link(name).list("Addresses").stream()
                        .filter(address -> address.text("ConfigSource").equals("static"))
                        .map(address -> address.text("AddressString"))
                        .sorted()
                        .toList());
        SortedMap<String, String> firewall = new TreeMap<>();
        state.tables().forEach(table -> firewall.put(table, state.table(table)));
        List<String> mounts = state.mounts("/var/lib/tenants/");
        mounts.addAll(state.loops());
        return new HostSnapshot(
                units,
                links,
                firewall,
                mounts,
                state.host()
                        .exec(
                                "/bin/sh",
                                "-c",
                                "cd /etc && find bbc systemd tmpfiles.d extension-release.d -type f | "
                                        + "LC_ALL=C sort | xargs -r sha256sum")
                        .lines()
                        .toList());
    }

    /** Asserts that another state is this one, part by part, so that a difference can be read. */
    void isStateOf(HostState state, String when, LiveLedger ledger) {
        HostSnapshot now = of(state);
        ledger.equal("states", "units " + when, units, now.units);
        ledger.equal("states", "links " + when, links, now.links);
        ledger.equal("states", "firewall " + when, firewall, now.firewall);
        ledger.equal("states", "mounts " + when, mounts, now.mounts);
        ledger.equal("states", "files " + when, files, now.files);
    }
}
