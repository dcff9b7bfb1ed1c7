package io.bitbuilder.bbc.check.raw;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.fleet.RawTarget;
import io.bitbuilder.bbc.fleet.Setting;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Directives that {@code raw} may set, where, and for whom: the table {@code stdlib/catalogue/raw.tsv}, and before it
 * the directives that are fields.
 */
public final class RawRules {
    private static final int COLUMNS = 6;

    private final List<Rule> rules;

    private RawRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Parties that may set a directive. */
    public enum Permission {
        /** Platform and tenants. */
        TENANT,
        /** The platform, in its own files. */
        PLATFORM,
        /** None: a field sets it. */
        FIELD
    }

    /**
     * Row of the table.
     *
     * @param owner kind of the block: {@code container}, {@code network}
     * @param target file and section
     * @param limit grammar of the values that a tenant may set, in the catalogue's notation; empty for all that systemd
     *     accepts
     * @param why the purpose of the directive, or the field that sets it
     */
    public record Rule(String owner, RawTarget target, String key, Permission permission, String limit, String why) {}

    /** Returns the rule of a directive that is a field; empty for a file that its kind does not have. */
    static Optional<Rule> ofField(String owner, Setting setting) {
        return ArtefactKind.written(owner, setting.directive().file())
                .map(file -> new Rule(
                        owner,
                        new RawTarget(
                                file.content().getFirst(), setting.directive().section()),
                        setting.directive().key(),
                        Permission.FIELD,
                        "",
                        setting.field()));
    }

    /** Returns the rules of this program. */
    public static RawRules load() {
        return Holder.RULES;
    }

    /** Reads the table on first use. */
    private static final class Holder {
        static final RawRules RULES = read();
    }

    private static RawRules read() {
        return new RawRules(CatalogueTable.rows("raw.tsv", COLUMNS).stream()
                .map(row -> new Rule(
                        row.get(0),
                        RawTarget.of(row.get(1)),
                        row.get(2),
                        Permission.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
                        row.get(4),
                        row.get(5)))
                .toList());
    }

    /** Returns the targets of {@code raw} in blocks of a kind, sorted. */
    List<RawTarget> targets(String owner) {
        return rules.stream()
                .filter(r -> r.owner.equals(owner))
                .map(Rule::target)
                .distinct()
                .sorted(Comparator.comparing(RawTarget::toString))
                .toList();
    }

    Optional<Rule> find(String owner, RawTarget target, String key) {
        return rules.stream()
                .filter(r -> r.owner.equals(owner) && r.target.equals(target) && r.key.equals(key))
                .findFirst();
    }

    /** Returns the directives that a party may set there, sorted. */
    List<String> open(String owner, RawTarget target, boolean tenant) {
        return rules.stream()
                .filter(r -> r.owner.equals(owner)
                        && r.target.equals(target)
                        && (r.permission == Permission.TENANT || r.permission == Permission.PLATFORM && !tenant))
                .map(Rule::key)
                .sorted()
                .toList();
    }
}
