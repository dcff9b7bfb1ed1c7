package io.bitbuilder.bbc.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.RawText;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.check.raw.RawRules;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.systemd.catalogue.Catalogue;
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

    private final RawRules rules = RawRules.load();
    private final Catalogue catalogue = Catalogue.load();
    private final ValueGrammars grammars = ValueGrammars.load();

    private Optional<Directive> directive(RawRules.Rule rule) {
        return FileKinds.byName(rule.target().file()).stream()
                .flatMap(k -> k.types().stream())
                .flatMap(type -> catalogue.find(type, rule.target().section(), rule.key()).stream())
                .findFirst();
    }

    @Test
    void everyRowIsADirectiveOfTheNewestRelease() {
        for (RawRules.Rule rule : rules.all()) {
            assertTrue(
                    directive(rule)
                            .filter(d -> d.lifespan().usedBy(Catalogue.NEWEST))
                            .isPresent(),
                    rule::toString);
        }
    }

    @Test
    void everyOpenRowHasAGrammarThatRefusesSomething() {
        for (RawRules.Rule rule : rules.all()) {
            if (rule.who() != RawRules.Who.FIELD) {
                Directive directive = directive(rule).orElseThrow();
                boolean described = grammars.of(directive).isPresent();
                assertTrue(described || !rule.limit().isEmpty(), () -> rule + " has values that nobody judges");
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
    void whatIsolatesIsOpenToNobody() {
        List<RawRules.Rule> open = rules.all().stream()
                .filter(r -> r.who() != RawRules.Who.FIELD
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
        Set<String> open = rules.all().stream()
                .filter(r -> r.who() != RawRules.Who.FIELD)
                .map(r -> r.target() + " " + r.key())
                .collect(Collectors.toCollection(TreeSet::new));
        open.retainAll(written);
        assertEquals(Set.of(), open);
    }

    /** A row for a field names one of a kind: its first word is declared there. */
    @Test
    void fieldsExist() {
        String kinds = Stdlib.programs().stream().map(f -> f.text()).collect(Collectors.joining());
        for (RawRules.Rule rule : rules.all()) {
            if (rule.who() == RawRules.Who.FIELD) {
                String last = rule.why().substring(rule.why().lastIndexOf('.') + 1);
                assertTrue(kinds.contains(" " + last + ":"), rule::toString);
            }
        }
    }
}
