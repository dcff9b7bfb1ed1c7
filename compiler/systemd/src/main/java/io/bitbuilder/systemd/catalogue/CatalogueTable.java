package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of {@code stdlib/catalogue}: one header line, columns separated by tabs. */
public final class CatalogueTable {
    private static final String FOLDER = "/stdlib/catalogue/";

    private CatalogueTable() {}

    /** Returns the rows without the header; each has that many columns, or the installation is broken. */
    public static List<List<String>> rows(String name, int columns) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text(name).lines().skip(1).toList()) {
            List<String> row = List.of(line.split("\t", -1));
            if (row.size() != columns) {
                throw new InternalFault(FOLDER + name + " has a row of " + row.size() + " columns: " + line);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns the lines of a list. */
    public static List<String> lines(String name) {
        return text(name).lines().toList();
    }

    private static String text(String name) {
        try (InputStream in = CatalogueTable.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new InternalFault(FOLDER + name + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
