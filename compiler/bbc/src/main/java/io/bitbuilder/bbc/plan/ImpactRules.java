package io.bitbuilder.bbc.plan;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Table {@code stdlib/impact.tsv}: the impact of each directive of each file. */
final class ImpactRules {
    /** Section of rows about a file as a whole. */
    static final String FILE = "file";

    private static final String RESOURCE = "/stdlib/impact.tsv";
    private static final int COLUMNS = 5;

    private final List<Rule> rules;

    private ImpactRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Row of the table. */
    record Rule(PathPattern file, String section, String key, Impact impact, String why) {
        private boolean matches(String path, String ofSection, String ofKey) {
            return (section.equals("*") || section.equals(ofSection))
                    && (key.equals("*") || key.equals(ofKey))
                    && file.matches(path);
        }
    }

    /** Returns the shipped table. */
    static ImpactRules standard() {
        try (InputStream in = ImpactRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InternalFault(RESOURCE + " is missing from the installation");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InternalFault(RESOURCE + " cannot be read", e);
        }
    }

    static ImpactRules parse(String table) {
        List<Rule> rules = new ArrayList<>();
        for (String row : table.lines().filter(l -> !l.startsWith("#")).toList()) {
            String[] columns = row.split("\t", -1);
            if (columns.length != COLUMNS) {
                throw new InternalFault(RESOURCE + " has a row of " + columns.length + " columns");
            }
            Impact impact = Impact.valueOf(columns[3].toUpperCase(Locale.ROOT));
            rules.add(new Rule(new PathPattern(columns[0]), columns[1], columns[2], impact, columns[4]));
        }
        return new ImpactRules(rules);
    }

    /** Returns the first row for a directive; the path is relative to the host's folder. */
    Rule find(String path, String section, String key) {
        return rules.stream()
                .filter(r -> r.matches(path, section, key))
                .findFirst()
                .orElseThrow(() -> new InternalFault(RESOURCE + " has no row for " + path));
    }

    /** Returns the row for a directive with that kind of change if there is one, else the row for the directive. */
    Rule find(String path, String section, String key, String way) {
        Rule rule = find(path, section, key + way);
        return !way.isEmpty() && rule.key().equals(key + way) ? rule : find(path, section, key);
    }
}
