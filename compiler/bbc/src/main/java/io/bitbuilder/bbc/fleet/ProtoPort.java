package io.bitbuilder.bbc.fleet;

import java.util.Locale;

/** Port of a protocol, {@code tcp(8443)}; 1 to 65535. */
public record ProtoPort(Proto proto, int port) {
    /** Returns the notation of the language. */
    @Override
    public String toString() {
        return proto.name().toLowerCase(Locale.ROOT) + "(" + port + ")";
    }
}
