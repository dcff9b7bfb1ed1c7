package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.IntRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workload of a tenant. */
public sealed interface Workload permits Container, Machine {
    /** Returns the name, unique among the tenant's workloads. */
    String name();

    /** Returns the former name, by which it keeps what it has. */
    Optional<String> was();

    /** Returns the name of the data of its root on the host. */
    DataName data();

    /** Returns the image by name; empty if the workload does not name one. */
    Optional<String> image();

    /** Returns its host: pinned or granted. */
    String place();

    /** Returns the words that policies read, by name. */
    Map<String, String> labels();

    /** Returns whether it is stopped, with all that it claims and keeps. */
    boolean maintenance();

    /** Returns the CPU settings. */
    CpuShare cpu();

    /** Returns the memory limits. */
    MemoryLimits memory();

    /** Returns the limits of the disk. */
    IoLimits io();

    /** Returns the maximum number of tasks. */
    Optional<Long> tasks();

    /** Returns the root file system. */
    Root root();

    /** Returns the bytes that its root may take on the host's disk. */
    default long rootBytes() {
        return Root.bytes(root().size(), this instanceof Machine);
    }

    /** Returns the interfaces, sorted by name. */
    List<Attachment> attach();

    /** Returns whether it has an interface in the tenant's network of that name. */
    default boolean isAttachedTo(String network) {
        return attach().stream().anyMatch(a -> a.network().equals(network));
    }

    /** Returns whether it has an IPv4 address in the tenant's network of that name. */
    default boolean hasAddressIn(String network) {
        return attach().stream()
                .anyMatch(a -> a.network().equals(network) && a.ipv4().address().isPresent());
    }

    /** Returns the published ports, sorted. */
    List<Publish> publish();

    /** Returns the volumes, sorted by name. */
    List<Volume> volume();

    /** Returns the environment of its services, by variable. */
    Map<String, String> env();

    /** Returns its user ids of the host: granted or pinned. */
    IntRange uids();

    /** Returns the extensions. */
    Extensions extensions();

    /** Returns the services inside. */
    Services services();

    /** Returns the raw directives. */
    List<Raw> raw();

    /** Returns the origins of its fields. */
    Origins at();
}
