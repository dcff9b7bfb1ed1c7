package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.List;

/**
 * {@code Bind=} and {@code BindReadOnly=} of a {@code .nspawn} file: source, target and options, separated by {@code :}
 * (systemd.nspawn(5)). Both paths are absolute and of characters that mean themselves.
 */
public record BindMount(String source, String target, String options) implements SinkValue {
    /** Refuses relative paths and separators inside them. */
    public BindMount {
        for (String path : List.of(source, target)) {
            if (!path.startsWith("/") || path.contains(":")) {
                throw new InternalFault("'" + path + "' can't be bound");
            }
            Word.of(path);
        }
        Word.of(options);
    }

    @Override
    public String text() {
        return source + ":" + target + ":" + options;
    }

    @Override
    public String toString() {
        return text();
    }
}
