package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Table of the standard library: lines of cells between tabs, without those that begin with {@code #}. */
final class StdlibTable {
    private StdlibTable() {}

    /** Returns the cells of each row. */
    static List<List<String>> rows(String name, int columns) {
        String resource = "/stdlib/" + name;
        try (InputStream in = StdlibTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new InternalFault("missing " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> cells(resource, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String resource, String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new InternalFault(resource + ": a row of " + cells.size() + " columns: " + line);
        }
        return cells;
    }
}
