package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exposure of each service of a host, 0.0 to 10.0 (systemd-analyze(1), security), from {@code stdlib/exposure.tsv}.
 * Instances of a template share that of the template.
 */
public final class Exposures {
    private static final String RESOURCE = "/stdlib/exposure.tsv";

    private Exposures() {}

    /** Returns the exposure by name of the service or template. */
    public static SortedMap<String, String> shipped() {
        return Holder.ALL;
    }

    /** Reads the table on first use. */
    private static final class Holder {
        static final SortedMap<String, String> ALL = read();
    }

    private static SortedMap<String, String> read() {
        try (InputStream in = Exposures.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InternalFault(RESOURCE + " is missing from the installation");
            }
            SortedMap<String, String> all = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            all.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
