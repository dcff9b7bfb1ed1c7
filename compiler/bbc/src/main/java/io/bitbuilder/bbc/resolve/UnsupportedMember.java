package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Fields and blocks that could have no effect, with the reason, from {@code stdlib/unsupported.tsv}.
 *
 * @param path of the field or block in its kind
 */
record UnsupportedMember(String kind, String path, String why, String fix) {
    private static final String RESOURCE = "/stdlib/unsupported.tsv";
    private static final int COLUMNS = 4;

    /** Returns the row of a member. */
    static Optional<UnsupportedMember> of(String kind, String path) {
        return rows().stream()
                .filter(row -> row.kind.equals(kind) && row.path.equals(path))
                .findFirst();
    }

    private static List<UnsupportedMember> rows() {
        try (InputStream in = UnsupportedMember.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InternalFault("missing " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(UnsupportedMember::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnsupportedMember row(String line) {
        String[] cells = line.split("\t");
        if (cells.length != COLUMNS) {
            throw new InternalFault(RESOURCE + ": a row of " + cells.length + " columns: " + line);
        }
        return new UnsupportedMember(cells[0], cells[1], cells[2], cells[3]);
    }
}
