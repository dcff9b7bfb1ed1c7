package io.bitbuilder.bbc.systemd;

import java.util.List;

/**
 * The forms of files with sections that bbc writes: each has one template, named after it, and the file types of the catalogue
 * whose directives may stand in it.
 */
public enum Form {
    /** {@code tenant-<t>.slice}. */
    SLICE("tenant.slice", "slice", "unit"),
    /** {@code tenant-<t>.target}. */
    TARGET("tenant.target", "unit"),
    /** {@code bbc-host.target.d/50-<t>.conf}. */
    HOST_TARGET("bbc-host.target.conf", "unit"),
    /** Drop-in of {@code systemd-nspawn@}. */
    CONTAINER("container.service.conf", "service", "unit"),
    /** Drop-in of {@code tenant-vm@}. */
    MACHINE("machine.service.conf", "service", "unit"),
    /** What a workload may use: a drop-in of its own, since a change of it needs no restart. */
    LIMITS("limits.service.conf", "service", "unit"),
    /** {@code <machine>.nspawn}. */
    NSPAWN("container.nspawn", "nspawn"),
    /** Drop-in of {@code bbc-volume@}. */
    VOLUME("volume.service.conf", "service", "unit"),
    /** Mount of a volume, a root or an extension's image. */
    MOUNT("image.mount", "mount", "unit"),
    /** Drop-in of {@code git-sync@.service}. */
    GIT_SYNC("git-sync.service.conf", "service", "unit"),
    /** Drop-in of {@code git-sync@.timer}. */
    GIT_SYNC_TIMER("git-sync.timer.conf", "timer", "unit"),
    /** A tenant network's bridge. */
    BRIDGE_NETDEV("bridge.netdev", "netdev"),
    /** The host's side of a bridge: gateway and DHCP server. */
    BRIDGE_NETWORK("bridge.network", "network"),
    /** Host's side of one attachment. */
    PORT_NETWORK("port.network", "network"),
    /** Guest's side of one attachment, given as a credential. */
    GUEST_NETWORK("guest.network", "network"),
    /** Units that a guest keeps running, given as a credential. */
    GUEST_TARGET("guest.target.conf", "unit"),
    /** A portable service inside a guest, given as a credential. */
    GUEST_PORTABLE("guest-portable.service", "service", "unit"),
    /** Drop-in of a workload's service with what {@code raw} writes. */
    RAW_SERVICE("raw.conf", "service", "unit"),
    /** The same of a tenant's slice. */
    RAW_SLICE("raw.conf", "slice", "unit"),
    /** The same of the host's side of a bridge. */
    RAW_NETWORK("raw.conf", "network"),
    /** The same of a bridge. */
    RAW_NETDEV("raw.conf", "netdev"),
    /** Name server on the gateways. */
    RESOLVED("resolved.conf", "resolved.conf"),
    /** {@code extension-release.*}, which has no sections. */
    EXTENSION_RELEASE("extension-release", "extension-release");

    private final String template;
    private final List<String> types;

    Form(String template, String... types) {
        this.template = template;
        this.types = List.of(types);
    }

    /** Name of the template without {@code .vm}. */
    public String template() {
        return template;
    }

    /** File types of the catalogue, first match wins. */
    public List<String> types() {
        return types;
    }
}
