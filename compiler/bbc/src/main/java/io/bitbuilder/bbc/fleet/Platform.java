package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Subnet4;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Platform. Pools and ceilings that it does not declare are those of the built-in one.
 *
 * @param builtin whether it is the built-in platform, because none is declared
 */
public record Platform(
        String name,
        int systemd,
        Set<Subnet4> reserved,
        List<Host> hosts,
        List<Pool> pools,
        List<Image> images,
        List<Extension> extensions,
        List<Admit> admits,
        List<Ceiling> ceilings,
        boolean builtin,
        Origins at) {
    /** Sorts by name. */
    public Platform {
        hosts = ByName.sorted(hosts, Host::name);
        images = ByName.sorted(images, Image::name);
        extensions = ByName.sorted(extensions, Extension::name);
        admits = ByName.sorted(admits, Admit::name);
    }

    /** Returns the host of that name. */
    public Optional<Host> host(String name) {
        return ByName.find(hosts, Host::name, name);
    }

    /** Returns the image of that name. */
    public Optional<Image> image(String name) {
        return ByName.find(images, Image::name, name);
    }

    /** Returns the extension of that name. */
    public Optional<Extension> extension(String name) {
        return ByName.find(extensions, Extension::name, name);
    }

    /** Returns the admission of a tenant. */
    public Optional<Admit> admit(String tenant) {
        return ByName.find(admits, Admit::name, tenant);
    }

    /** Returns the trust level of a tenant; standard if the platform has no admissions. */
    public Trust trustOf(String tenant) {
        return admit(tenant).map(Admit::trust).orElse(Trust.STANDARD);
    }
}
