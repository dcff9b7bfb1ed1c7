package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Contents of the manifests of a compiled fleet for one host. */
final class Manifests {
    private Manifests() {}

    /** The host itself: {@code host.json}. */
    static JsonAnswer host(HostTree tree) {
        return read(above(tree.etc()).resolve("host.json"));
    }

    /** The tenants that have something on the host, as their manifests have them, with the workloads of other hosts. */
    static List<JsonAnswer> tenants(HostTree tree) {
        Path fleet = above(above(above(tree.etc())));
        return host(tree).list("tenants").stream()
                .map(name -> read(fleet.resolve("tenants").resolve(name.text()).resolve("manifest.json")))
                .toList();
    }

    /** The workloads of a tenant that run on the host. */
    static Stream<JsonAnswer> workloads(HostTree tree, JsonAnswer tenant) {
        String host = host(tree).text("host");
        return tenant.list("workloads").stream()
                .filter(workload -> workload.text("host").equals(host));
    }

    /** The networks of a tenant that have a bridge on the host. */
    static Stream<JsonAnswer> networks(HostTree tree, JsonAnswer tenant) {
        List<String> bridges = host(tree).list("networks").stream()
                .map(network -> network.text("bridge"))
                .toList();
        return tenant.list("networks").stream().filter(network -> bridges.contains(network.text("bridge")));
    }

    private static JsonAnswer read(Path file) {
        try {
            return JsonAnswer.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path above(Path path) {
        return Objects.requireNonNull(path.getParent());
    }
}
