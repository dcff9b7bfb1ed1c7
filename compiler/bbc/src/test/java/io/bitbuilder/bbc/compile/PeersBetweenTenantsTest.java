package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Joined networks in the files of both tenants: nothing without a pair, and both directions for a pair. */
class PeersBetweenTenantsTest {
    private static final String ETC = "hosts/localhost/etc/";
    private static final String ACME = bridge("acme", "back");
    private static final String GLOBEX = bridge("globex", "front-desk");

    private static String bridge(String tenant, String network) {
        return '"' + InterfaceNames.bridge(tenant, network) + '"';
    }

    private static Tree compile(String acme, String globex) {
        List<SourceFile> files = List.of(
                new SourceFile("tenants/acme/t.bbc", new Owner.Tenant("acme"), """
                        tenant acme {
                          network back { subnet = 10.64.1.0/24; %s }
                          container web { memory { limit = 64MiB }; attach back { ipv4 = 10.64.1.7 } }
                        }
                        """.formatted(acme)),
                new SourceFile("tenants/globex/t.bbc", new Owner.Tenant("globex"), """
                        tenant globex {
                          network front-desk { mode = routed; subnet = 10.64.3.0/24; %s }
                          network lab { subnet = 10.64.4.0/24 }
                          container till { memory { limit = 64MiB }; attach front-desk { ipv4 = 10.64.3.7 } }
                          container test { memory { limit = 64MiB }; attach lab { ipv4 = 10.64.4.7 } }
                        }
                        """.formatted(globex)));
        return compile(files);
    }

    private static Tree compile(List<SourceFile> files) {
        Findings findings = new Findings();
        Tree tree = Compiler.compile(new SourceSet(files, List.of(), List.of()), AllocationMode.FREE, findings)
                .tree()
                .orElseThrow(() -> new AssertionError(findings.sorted().toString()));
        assertFalse(findings.hasErrors());
        return tree;
    }

    private static Tree joined() {
        return compile("peer globex.front-desk { }", "peer acme.back { }");
    }

    private static List<String> lines(Tree tree, String tenant, String... words) {
        return new String(tree.bytes(ETC + "bbc/nft/" + tenant + ".nft").orElseThrow(), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> Arrays.stream(words).anyMatch(l::contains))
                .map(String::strip)
                .toList();
    }

    @Test
    void oneSideAloneOpensNothing() {
        for (Tree tree : List.of(
                compile("peer globex.front-desk { }", ""),
                compile("", "peer acme.back { }"),
                compile("peer globex.lab { }", "peer acme.back { }"))) {
            assertEquals(List.of(), lines(tree, "acme", GLOBEX, "10.64.3."));
            assertEquals(List.of(), lines(tree, "globex", ACME, "10.64.1."));
        }
    }

    @Test
    void bothFirewallsOpenBothDirectionsWithoutTranslation() {
        Tree tree = joined();
        assertEquals(
                List.of(
                        "iifname " + ACME + " oifname " + GLOBEX + " jump acme__peers_back__with_globex__front_desk",
                        "iifname " + GLOBEX + " oifname " + ACME + " jump acme__hears_back__with_globex__front_desk",
                        "ip saddr 10.64.1.0/24 ip daddr 10.64.3.0/24 accept",
                        "ip saddr 10.64.3.0/24 ip daddr 10.64.1.0/24 accept",
                        "add element inet bbc joined4 { 10.64.1.0/24 . 10.64.3.0/24 }"),
                lines(tree, "acme", GLOBEX, "10.64.3."));
        assertEquals(
                List.of(
                        "iifname " + GLOBEX + " oifname " + ACME + " jump globex__peers_front_desk__with_acme__back",
                        "iifname " + ACME + " oifname " + GLOBEX + " jump globex__hears_front_desk__with_acme__back",
                        "ip saddr 10.64.3.0/24 ip daddr 10.64.1.0/24 accept",
                        "ip saddr 10.64.1.0/24 ip daddr 10.64.3.0/24 accept",
                        "add element inet bbc joined4 { 10.64.3.0/24 . 10.64.1.0/24 }"),
                lines(tree, "globex", ACME, "10.64.1."));
        assertEquals(List.of(), lines(tree, "acme", bridge("globex", "lab"), "10.64.4."), "the other network");
    }

    /** A change of one tenant only affects files of the other one that are loaded without a restart. */
    @Test
    void theOtherSideRestartsNoWorkload() {
        Tree with = joined();
        Tree without = compile("", "peer acme.back { }");
        Set<String> changed = new TreeSet<>();
        for (TreeFile file : with.files()) {
            if (without.bytes(file.path())
                    .filter(b -> Arrays.equals(b, file.bytes()))
                    .isEmpty()) {
                changed.add(file.path());
            }
        }
        changed.removeIf(path -> path.endsWith(".json"));
        assertEquals(Set.of(ETC + "bbc/nft/acme.nft", ETC + "bbc/nft/globex.nft", ETC + "bbc/units"), changed);
    }

    /** nft aborts at a chain of 256 bytes, and with it the apply of all tenants. */
    @Test
    void namesOfChainsFitTheLimitOfNft() {
        String tenant = "t".repeat(61);
        List<String> names = List.of("a", "b", "c");
        StringBuilder program = new StringBuilder("tenant " + tenant + " {\n");
        for (String name : names) {
            program.append("network ").append(longName(name)).append(" {");
            names.stream()
                    .filter(other -> !other.equals(name))
                    .forEach(other -> program.append(" peer ")
                            .append(tenant + "." + longName(other))
                            .append(" { };"));
            program.append(" }\ncontainer ")
                    .append(name)
                    .append(" { memory { limit = 64MiB }; attach eth0 { network = ");
            program.append(longName(name)).append(" } }\n");
        }
        Tree tree = compile(
                List.of(new SourceFile("tenants/" + tenant + "/t.bbc", new Owner.Tenant(tenant), program + "}\n")));
        Set<String> chains = new TreeSet<>();
        lines(tree, tenant, "chain ").forEach(line -> chains.add(line.split(" ")[1]));
        assertEquals(12, chains.stream().filter(c -> c.contains("__with_")).count());
        chains.forEach(chain -> assertTrue(chain.length() < 256, chain));
    }

    private static String longName(String end) {
        return "n".repeat(62) + end;
    }
}
