package io.bitbuilder.bbc.systemd;

import io.bitbuilder.bbc.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directives that systemd reads, from {@code stdlib/catalogue}. Immutable, loaded in one pass. */
public final class Catalogue {
    private static final String RESOURCE = "/stdlib/catalogue/directives-262.tsv";
    private static final int COLUMNS = 9;

    private final Map<Place, Directive> directives;

    private Catalogue(Map<Place, Directive> directives) {
        this.directives = directives;
    }

    private record Place(String type, String section, String key) {}

    /** What becomes of a directive. */
    public enum Status {
        /** In use. */
        OK,
        /** Still read, with another one recommended. */
        DEPRECATED,
        /** Accepted and without effect. */
        REMOVED
    }

    /**
     * One directive.
     *
     * @param valueClass name of the shape of its values
     * @param specifiers true when {@code %} begins a specifier in its value
     * @param since the first release that reads it, 0 when older than the notes
     */
    public record Directive(String valueClass, boolean specifiers, int since, Status status) {}

    /** Reads the catalogue that is shipped with the program. */
    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InternalFault(RESOURCE + " is missing from the installation");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue parse(List<String> rows) {
        Map<Place, Directive> directives = HashMap.newHashMap(rows.size());
        for (String row : rows) {
            String[] columns = row.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new InternalFault(RESOURCE + " has a row of " + columns.length + " columns");
            }
            directives.put(new Place(columns[0], columns[1], columns[2]), new Directive(
                    columns[3], columns[4].equals("yes"), columns[6].isEmpty() ? 0 : Integer.parseInt(columns[6]), status(columns[7])));
        }
        return new Catalogue(Map.copyOf(directives));
    }

    private static Status status(String word) {
        return switch (word) {
            case "ok" -> Status.OK;
            case "deprecated" -> Status.DEPRECATED;
            case "removed" -> Status.REMOVED;
            default -> throw new InternalFault(RESOURCE + " has the status " + word);
        };
    }

    /** The directive of that section and key in a file type such as {@code service} or {@code network}. */
    public Optional<Directive> find(String type, String section, String key) {
        return Optional.ofNullable(directives.get(new Place(type, section, key)));
    }
}
