package io.bitbuilder.bbc.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was given of one host.
 *
 * @param whole   true when a folder was given, so that what is not there is known to be missing
 * @param objects what systemd loads, sorted by path
 */
public record Host(String root, boolean whole, List<Loaded> objects, Lines lines) {

    /** Copies. */
    public Host {
        objects = List.copyOf(objects);
    }

    /** The objects of a kind. */
    public Stream<Loaded> of(String kind) {
        return objects.stream().filter(o -> o.kind().name().equals(kind));
    }

    /** The object of a name. */
    public Optional<Loaded> named(String name) {
        return objects.stream().filter(o -> o.name().equals(name)).findFirst();
    }
}
