package io.bitbuilder.bbc.fleet;

import java.util.List;
import java.util.Optional;

/** What a tenant runs. */
public sealed interface Workload permits Container, Machine {
    /** Name, unique among the tenant's workloads. */
    String name();

    /** Image by name, when the workload names one. */
    Optional<String> image();

    /** The host that it runs on: pinned or granted. */
    String place();

    /** CPU. */
    CpuShare cpu();

    /** Memory. */
    MemoryLimits memory();

    /** Most tasks. */
    Optional<Long> tasks();

    /** Root file system. */
    Root root();

    /** Interfaces, sorted by name. */
    List<Attachment> attach();

    /** True when it has an interface in the tenant's network of that name. */
    default boolean isAttachedTo(String network) {
        return attach().stream().anyMatch(a -> a.network().equals(network));
    }

    /** True when it has an IPv4 address in the tenant's network of that name. */
    default boolean hasAddressIn(String network) {
        return attach().stream().anyMatch(a -> a.network().equals(network) && a.ipv4().address().isPresent());
    }

    /** Published ports, sorted. */
    List<Publish> publish();

    /** Volumes, sorted by name. */
    List<Volume> volume();

    /** Extensions. */
    Extensions extensions();

    /** Services inside. */
    Services services();

    /** Directives written as they stand. */
    List<Raw> raw();

    /** Origins of its fields. */
    Origins at();
}
