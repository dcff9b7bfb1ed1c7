package io.bitbuilder.bbc.artefact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Forms of the files with directives that bbc writes, and the file types of the catalogue whose directives each may
 * hold.
 */
public enum Form {
    /** {@code tenant-<t>.slice}. */
    SLICE(new Fields("slice", "tenant"), "slice", "unit"),
    /** {@code tenant-<t>.target}. */
    TARGET("unit"),
    /** {@code bbc-host.target.d/50-<t>.conf}. */
    HOST_TARGET("unit"),
    /** Drop-in of {@code systemd-nspawn@}. */
    CONTAINER(new Fields("service", "container"), "service", "unit"),
    /** Drop-in of {@code tenant-vm@}. */
    MACHINE(new Fields("service", "machine"), "service", "unit"),
    /** Limits of a workload: a separate drop-in, since a change of it needs no restart. */
    LIMITS(new Fields("limits", "container", "machine"), "service", "unit"),
    /** {@code <machine>.nspawn}. */
    NSPAWN(new Fields("nspawn", "container"), "nspawn"),
    /** Drop-in of {@code bbc-volume@}. */
    VOLUME("service", "unit"),
    /** Mount of a volume, a root or an extension's image. */
    MOUNT("mount", "unit"),
    /** Drop-in of {@code git-sync@.service}. */
    GIT_SYNC("service", "unit"),
    /** Drop-in of {@code git-sync@.timer}. */
    GIT_SYNC_TIMER("timer", "unit"),
    /** A tenant network's bridge. */
    BRIDGE_NETDEV(new Fields("bridge.netdev", "network"), "netdev"),
    /** Host side of a bridge: gateway and DHCP server. */
    BRIDGE_NETWORK(new Fields("bridge.network", "network"), "network"),
    /** Host side of one attachment. */
    PORT_NETWORK(new Fields("port", "Attachment"), "network"),
    /** Guest side of one attachment, a credential. */
    GUEST_NETWORK(new Fields("guest.network", "Attachment"), "network"),
    /** Units that a guest upholds, a credential. */
    GUEST_TARGET("unit"),
    /** Portable service inside a guest, a credential. */
    GUEST_PORTABLE("service", "unit"),
    /** Drop-in of a workload's service with directives of {@code raw}. */
    RAW_SERVICE("service", "unit"),
    /** Drop-in of a tenant's slice with directives of {@code raw}. */
    RAW_SLICE("slice", "unit"),
    /** Drop-in of the host side of a bridge with directives of {@code raw}. */
    RAW_NETWORK("network"),
    /** Drop-in of a bridge with directives of {@code raw}. */
    RAW_NETDEV("netdev"),
    /** Name server on the gateways. */
    RESOLVED("resolved.conf"),
    /** {@code extension-release.*}, which has no sections. */
    EXTENSION_RELEASE("extension-release");

    private final Fields fields;
    private final List<String> types;

    Form(String... types) {
        this(Fields.NONE, types);
    }

    Form(Fields fields, String... types) {
        this.fields = fields;
        this.types = List.of(types);
    }

    /**
     * The kinds whose fields write to files of a form, for each block the one that is made of it.
     *
     * @param file name of the form in {@code writes}
     */
    private record Fields(String file, List<String> kinds) {
        private static final Fields NONE = new Fields("");

        private Fields(String file, String... kinds) {
            this(file, List.of(kinds));
        }
    }

    /**
     * Returns the form that {@code writes "file/…"} means in a kind; empty when blocks of the kind make no such file.
     */
    public static Optional<Form> written(String kind, String file) {
        return Arrays.stream(values())
                .filter(f -> f.fields.file.equals(file) && f.fields.kinds.contains(kind))
                .findFirst();
    }

    /** Returns the name of the form in {@code writes}; empty when no field writes to its files. */
    public String file() {
        return fields.file;
    }

    /** Returns false for a file of assignments alone, without banner or headers. */
    public boolean hasSections() {
        return this != EXTENSION_RELEASE;
    }

    /** Returns the file types of the catalogue; the first match wins. */
    public List<String> types() {
        return types;
    }
}
