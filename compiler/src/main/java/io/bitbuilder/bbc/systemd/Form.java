package io.bitbuilder.bbc.systemd;

import java.util.List;

/** Forms of the files with directives that bbc writes, and the file types of the catalogue whose directives each may hold. */
public enum Form {
    /** {@code tenant-<t>.slice}. */
    SLICE("slice", "unit"),
    /** {@code tenant-<t>.target}. */
    TARGET("unit"),
    /** {@code bbc-host.target.d/50-<t>.conf}. */
    HOST_TARGET("unit"),
    /** Drop-in of {@code systemd-nspawn@}. */
    CONTAINER("service", "unit"),
    /** Drop-in of {@code tenant-vm@}. */
    MACHINE("service", "unit"),
    /** What a workload may use: a drop-in of its own, since a change of it needs no restart. */
    LIMITS("service", "unit"),
    /** {@code <machine>.nspawn}. */
    NSPAWN("nspawn"),
    /** Drop-in of {@code bbc-volume@}. */
    VOLUME("service", "unit"),
    /** Mount of a volume, a root or an extension's image. */
    MOUNT("mount", "unit"),
    /** Drop-in of {@code git-sync@.service}. */
    GIT_SYNC("service", "unit"),
    /** Drop-in of {@code git-sync@.timer}. */
    GIT_SYNC_TIMER("timer", "unit"),
    /** A tenant network's bridge. */
    BRIDGE_NETDEV("netdev"),
    /** The host's side of a bridge: gateway and DHCP server. */
    BRIDGE_NETWORK("network"),
    /** Host's side of one attachment. */
    PORT_NETWORK("network"),
    /** Guest's side of one attachment, given as a credential. */
    GUEST_NETWORK("network"),
    /** Units that a guest keeps running, given as a credential. */
    GUEST_TARGET("unit"),
    /** A portable service inside a guest, given as a credential. */
    GUEST_PORTABLE("service", "unit"),
    /** Drop-in of a workload's service with what {@code raw} writes. */
    RAW_SERVICE("service", "unit"),
    /** The same of a tenant's slice. */
    RAW_SLICE("slice", "unit"),
    /** The same of the host's side of a bridge. */
    RAW_NETWORK("network"),
    /** The same of a bridge. */
    RAW_NETDEV("netdev"),
    /** Name server on the gateways. */
    RESOLVED("resolved.conf"),
    /** {@code extension-release.*}, which has no sections. */
    EXTENSION_RELEASE("extension-release");

    private final List<String> types;

    Form(String... types) {
        this.types = List.of(types);
    }

    /** Returns false for a file of assignments alone, without banner or headers. */
    public boolean hasSections() {
        return this != EXTENSION_RELEASE;
    }

    /** File types of the catalogue, first match wins. */
    public List<String> types() {
        return types;
    }
}
