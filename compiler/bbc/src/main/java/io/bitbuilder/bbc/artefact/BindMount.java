package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.List;

/**
 * {@code Bind=} and {@code BindReadOnly=} of a {@code .nspawn} file: source, target and options, separated by {@code :}
 * (systemd.nspawn(5)). Both paths are absolute and of characters that need no escape.
 */
public record BindMount(String source, String target, String options) implements SinkValue {
    /** Rejects relative paths and paths with a colon. */
    public BindMount {
        for (String path : List.of(source, target)) {
            if (!path.startsWith("/") || path.contains(":")) {
                throw new InternalFault("'" + path + "' cannot be bind-mounted");
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
