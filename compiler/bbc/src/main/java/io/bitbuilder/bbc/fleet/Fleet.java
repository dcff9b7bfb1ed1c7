package io.bitbuilder.bbc.fleet;

import java.util.List;
import java.util.Optional;

/** Fleet of one compiler run. Tenants are sorted by name. */
public record Fleet(Platform platform, List<Tenant> tenants) {
    /** Copies. */
    public Fleet {
        tenants = List.copyOf(tenants);
    }

    /** Returns the tenant of that name. */
    public Optional<Tenant> tenant(String name) {
        return ByName.find(tenants, Tenant::name, name);
    }

    /** Returns the connection of a consume, if the offer exists and admits this consumer. */
    public Optional<TenantConnection> connection(Tenant consumer, Consume consume) {
        return tenant(consume.offer().tenant())
                .flatMap(provider -> provider.expose(consume.offer().offer())
                        .filter(expose -> expose.to().contains(consumer.name()))
                        .flatMap(expose -> provider.workload(expose.on())
                                .flatMap(target -> consumer.network(consume.on())
                                        .map(from -> new TenantConnection(
                                                provider, expose, target, consumer, consume, from)))));
    }

    /**
     * Returns the root file system of a workload: its own image, else that of the tenant's {@code admit}, else, on the
     * built-in platform, the tenant's own folder below {@code /var/lib/tenants}. Empty if there is none, which a check
     * reports.
     */
    public Optional<ImageSource> imageOf(Tenant tenant, Workload workload) {
        Optional<String> name =
                workload.image().or(() -> platform.admit(tenant.name()).flatMap(Admit::image));
        if (name.isPresent()) {
            return platform.image(name.get()).map(Image::source);
        }
        if (!platform.builtin()) {
            return Optional.empty();
        }
        String folder = "/var/lib/tenants/" + tenant.name();
        return Optional.of(
                workload instanceof Machine
                        ? new ImageSource(ImageSource.Format.RAW, folder + "/disk.raw")
                        : new ImageSource(ImageSource.Format.DIRECTORY, folder + "/rootfs"));
    }
}
