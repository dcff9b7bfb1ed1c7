package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of the formats that are read, each with its field and conversion, or the reason that it has none. */
public final class ImportTable {
    private static final String TABLE = "stdlib/import.tsv";
    private static final int COLUMNS = 4;
    private static final String NONE = "-";

    /**
     * A key.
     *
     * @param source format and section, {@code nspawn.Exec}
     * @param key name of the key; below another one {@code deploy.replicas}
     * @param target path of the field or word for the statement; {@code -} if there is none
     * @param how name of the conversion; without a target the reason, or {@code expects:} and values that bbc has
     */
    public record Rule(String source, String key, String target, String how) {
        /** Returns whether the key has a counterpart. */
        public boolean isMapped() {
            return !target.equals(NONE);
        }

        /** Returns whether the value is the name of the block. */
        boolean isName() {
            return how.equals("named");
        }

        /** Returns the values that are what bbc does anyway. */
        public List<String> expected() {
            return how.startsWith("expects:")
                    ? List.of(how.substring(how.indexOf(':') + 1).split(","))
                    : List.of();
        }
    }

    private static final List<Rule> ALL = read();
    private static final Map<String, Rule> BY_KEY = byKey();

    private ImportTable() {}

    /** Returns all keys, in the order of the table. */
    public static List<Rule> all() {
        return ALL;
    }

    /** Returns the rule of a key. */
    static Optional<Rule> rule(String source, String key) {
        return Optional.ofNullable(BY_KEY.get(source + " " + key));
    }

    /** Returns whether there are rules for keys below a key. */
    static boolean hasBelow(String source, String key) {
        return ALL.stream().anyMatch(rule -> rule.source.equals(source) && rule.key.startsWith(key + "."));
    }

    private static Map<String, Rule> byKey() {
        Map<String, Rule> rules = new HashMap<>();
        ALL.forEach(rule -> rules.put(rule.source + " " + rule.key, rule));
        return rules;
    }

    private static List<Rule> read() {
        try (InputStream in = ImportTable.class.getClassLoader().getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new InternalFault(TABLE + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(ImportTable::rule)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(String line) {
        String[] row = line.split("\t", -1);
        if (row.length != COLUMNS) {
            throw new InternalFault(TABLE + " has a row of " + row.length + " columns: " + line);
        }
        return new Rule(row[0], row[1], row[2], row[3]);
    }
}
