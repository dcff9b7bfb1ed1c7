package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.catalogue.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table {@code stdlib/catalogue/raw.tsv}: which directives {@code raw} may write, where, and for whom. */
final class RawRules {
    private static final int COLUMNS = 6;

    private final List<Rule> rules;

    private RawRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Who may write a directive. */
    enum Who {
        /** Tenants and the platform. */
        TENANT,
        /** The platform, in its own files. */
        PLATFORM,
        /** Only a field of the language. */
        FIELD
    }

    /**
     * One row.
     *
     * @param owner kind of the block: {@code container}, {@code network}
     * @param target file and section
     * @param limit grammar of the values allowed for tenants, in the catalogue's notation; empty for no limit
     * @param why its purpose, or the field that sets it
     */
    record Rule(String owner, String target, String key, Who who, String limit, String why) {}

    /** Returns the rules of this program. */
    static RawRules load() {
        return Shipped.RULES;
    }

    /** Reads the table on first use. */
    private static final class Shipped {
        static final RawRules RULES = read();
    }

    private static RawRules read() {
        return new RawRules(Tables.rows("raw.tsv", COLUMNS).stream()
                .map(row -> new Rule(row.get(0), row.get(1), row.get(2), Who.valueOf(row.get(3).toUpperCase(Locale.ROOT)), row.get(4), row.get(5)))
                .toList());
    }

    List<Rule> all() {
        return rules;
    }

    /** Returns the targets of {@code raw} in blocks of a kind, sorted. */
    List<String> targets(String owner) {
        return rules.stream().filter(r -> r.owner.equals(owner)).map(Rule::target).distinct().sorted().toList();
    }

    Optional<Rule> find(String owner, String target, String key) {
        return rules.stream().filter(r -> r.owner.equals(owner) && r.target.equals(target) && r.key.equals(key)).findFirst();
    }

    /** Returns the directives that may be set there, sorted. */
    List<String> open(String owner, String target, boolean tenant) {
        return rules.stream()
                .filter(r -> r.owner.equals(owner) && r.target.equals(target) && (r.who == Who.TENANT || r.who == Who.PLATFORM && !tenant))
                .map(Rule::key)
                .sorted()
                .toList();
    }
}
