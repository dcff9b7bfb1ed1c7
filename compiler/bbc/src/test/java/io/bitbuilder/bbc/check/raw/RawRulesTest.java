package io.bitbuilder.bbc.check.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.RawText;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.RawTarget;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.object.FileKinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of directives that {@code raw} may write agrees with the catalogue, and contains no directive that isolates
 * or that a field writes.
 */
class RawRulesTest {
    private static final Pattern ISOLATES =
            Pattern.compile("Exec.*|User|Group|DynamicUser|SupplementaryGroups|Capability.*|AmbientCapabilities|Bind.*"
                    + "|Root.*|Delegate.*|Slice|.*Environment.*|PassEnvironment|Load.*|Import.*|SetCredential.*"
                    + "|Device.*|Private.*|Protect.*|Restrict.*"
                    + "|SystemCall.*|NoNewPrivileges|Overlay.*|Mount.*|.*Path.*|.*Directory|Volatile|Boot"
                    + "|Bridge|Zone|MACVLAN|IPVLAN|VirtualEthernet.*|Interface"
                    + "|Name|Kind|MACAddress|VLAN.*|GroupForwardMask|Address|Gateway|Route.*|IPMasquerade"
                    + "|IP.*Forwarding|On(Failure|Success)|Requires|Wants|Upholds"
                    + "|Conflicts|PartOf|BindsTo|After|Before|Type|NotifyAccess|Sockets|FileDescriptorStoreMax|Include"
                    + "|Standard.*|TTY.*|PAMName|SELinuxContext"
                    + "|Limit(RTPRIO|NICE|RTTIME)|Personality|Parameters|Ephemeral|LinkJournal|ResolvConf"
                    + "|KillMode|KillSignal");

    private final Catalogue catalogue = Catalogue.load();
    private final ValueGrammars grammars = ValueGrammars.load();

    private static List<RawRules.Rule> rules() {
        return CatalogueTable.rows("raw.tsv", 6).stream()
                .map(row -> RawRules.load()
                        .find(row.get(0), RawTarget.of(row.get(1)), row.get(2))
                        .orElseThrow())
                .toList();
    }

    private Optional<Directive> directive(RawRules.Rule rule) {
        return FileKinds.byName(rule.target().file()).stream()
                .flatMap(k -> k.types().stream())
                .flatMap(type -> catalogue.find(type, rule.target().section(), rule.key()).stream())
                .findFirst();
    }

    @Test
    void everyRowIsADirectiveOfTheNewestRelease() {
        for (RawRules.Rule rule : rules()) {
            assertTrue(
                    directive(rule)
                            .filter(d -> d.lifespan().usedBy(Catalogue.NEWEST))
                            .isPresent(),
                    rule::toString);
        }
    }

    @Test
    void everyOpenRowHasARestrictiveGrammar() {
        for (RawRules.Rule rule : rules()) {
            if (rule.permission() != RawRules.Permission.FIELD) {
                Directive directive = directive(rule).orElseThrow();
                boolean described = grammars.of(directive).isPresent();
                assertTrue(described || !rule.limit().isEmpty(), () -> rule + " has no grammar");
                if (!rule.limit().isEmpty() && !rule.limit().equals("any")) {
                    assertFalse(
                            grammars.parse(rule.limit())
                                    .accepts("!..", new ValueContext(directive, "x", Catalogue.NEWEST, catalogue)),
                            rule::toString);
                }
            }
        }
    }

    @Test
    void isolatingDirectivesAreClosed() {
        List<RawRules.Rule> open = rules().stream()
                .filter(r -> r.permission() != RawRules.Permission.FIELD
                        && ISOLATES.matcher(r.key()).matches()
                        && !r.key().startsWith("Boot"))
                .toList();
        assertEquals(List.of(), open);
    }

    @Test
    void noOpenRowIsWrittenByTheCompiler() {
        Fleet fleet = SampleFleet.full();
        Set<String> written = new TreeSet<>();
        for (Artefact artefact : Lowering.lower(fleet)) {
            if (artefact instanceof SystemdFile file) {
                file.sections()
                        .forEach(s -> s.entries().stream()
                                .filter(e -> !(e.value() instanceof RawText))
                                .forEach(e -> file.kind()
                                        .content()
                                        .forEach(type -> written.add(type + "/" + s.name() + " " + e.key()))));
            }
        }
        Set<String> open = rules().stream()
                .filter(r -> r.permission() != RawRules.Permission.FIELD)
                .map(r -> r.target() + " " + r.key())
                .collect(Collectors.toCollection(TreeSet::new));
        open.retainAll(written);
        assertEquals(Set.of(), open);
    }

    @Test
    void noRowNamesTheDirectiveOfAField() {
        assertEquals(List.of(), overridden(""));
    }

    @Test
    void aRowOfTheDirectiveOfAFieldIsNamed() {
        RawRules.Rule row = rules().stream()
                .filter(r -> r.permission() != RawRules.Permission.FIELD)
                .filter(r -> r.owner().equals("container") && r.target().equals(RawTarget.of("service/Service")))
                .findFirst()
                .orElseThrow();
        assertTrue(overridden("  probe: Text? writes \"service/Service." + row.key() + "\"\n")
                .contains("remove the row container service/Service " + row.key()
                        + " of raw.tsv: the field container.probe writes this directive"));
    }

    /** Returns the rows that a field overrides, with one line added to the kinds of workloads. */
    private static List<String> overridden(String line) {
        List<SourceUnit> library = Stdlib.programs().stream()
                .map(f -> new SourceFile(
                        f.path(), f.owner(), f.text().replace("  root: block {", line + "  root: block {")))
                .map(f -> Parser.parse(f, new Findings()))
                .toList();
        Schema schema = Resolver.resolve(library, List.of(), Limits.DEFAULT, new Findings())
                .schema();
        return rules().stream().flatMap(rule -> writers(schema, rule)).toList();
    }

    private static Stream<String> writers(Schema schema, RawRules.Rule rule) {
        return schema.kind(rule.owner()).orElseThrow().fields().entrySet().stream()
                .filter(field -> field.getValue().writes().stream()
                        .filter(d -> d.key().equals(rule.key())
                                && d.section().equals(rule.target().section()))
                        .anyMatch(d -> ArtefactKind.written(rule.owner(), d.file())
                                .filter(kind ->
                                        kind.content().contains(rule.target().file()))
                                .isPresent()))
                .map(field -> "remove the row " + rule.owner() + " " + rule.target() + " " + rule.key()
                        + " of raw.tsv: the field " + rule.owner() + "." + field.getKey() + " writes this directive");
    }

    /** A row for a field names one of a kind: its first word is declared there. */
    @Test
    void fieldsExist() {
        String kinds = Stdlib.programs().stream().map(f -> f.text()).collect(Collectors.joining());
        for (RawRules.Rule rule : rules()) {
            if (rule.permission() == RawRules.Permission.FIELD) {
                String last = rule.why().substring(rule.why().lastIndexOf('.') + 1);
                assertTrue(kinds.contains(" " + last + ":"), rule::toString);
            }
        }
    }
}
