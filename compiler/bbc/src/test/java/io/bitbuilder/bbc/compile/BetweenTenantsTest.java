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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** References to another tenant in the files of a tenant: none without a pair, and one port for a pair. */
class BetweenTenantsTest {
    private static final String ETC = "hosts/localhost/etc/";
    private static final String ACME = """
            tenant acme {
              network back { }
              container web { memory { limit = 64MiB }; attach back { ipv4 = 10.64.1.7 } }
              network back { subnet = 10.64.1.0/24 }
              %s
            }
            """;
    private static final String GLOBEX = """
            tenant globex {
              network desk { subnet = 10.64.2.0/24 }
              network front { subnet = 10.64.3.0/24 }
              container till { memory { limit = 64MiB }; attach front { ipv4 = 10.64.3.7 } }
              container clerk { memory { limit = 64MiB }; attach desk { ipv4 = 10.64.2.7 }; attach front { } }
              machine box { memory { limit = 128MiB }; attach front { } }
              %s
            }
            """;
    private static final String EXPOSE = "expose api { on = web; port = tcp(8443); to = [globex] }";
    private static final String CONSUME = "consume acme.api { on = front; as = \"shop\" }";

    private static Tree compile(String acme, String globex) {
        List<SourceFile> files = List.of(
                new SourceFile("tenants/acme/t.bbc", new Owner.Tenant("acme"), ACME.formatted(acme)),
                new SourceFile("tenants/globex/t.bbc", new Owner.Tenant("globex"), GLOBEX.formatted(globex)));
        Findings findings = new Findings();
        Tree tree = Compiler.compile(new SourceSet(files, List.of(), List.of()), AllocationMode.FREE, findings)
                .tree()
                .orElseThrow(() -> new AssertionError(findings.sorted().toString()));
        assertFalse(findings.hasErrors());
        return tree;
    }

    private static String text(Tree tree, String path) {
        return new String(tree.bytes(ETC + path).orElseThrow(() -> new AssertionError(path)), StandardCharsets.UTF_8);
    }

    /** Lines of a firewall that name the bridge of the other tenant. */
    private static List<String> foreign(Tree tree, String tenant, String other, String network) {
        String bridge = InterfaceNames.bridge(other, network);
        return text(tree, "bbc/nft/" + tenant + ".nft")
                .lines()
                .filter(l -> l.contains(bridge))
                .map(String::strip)
                .toList();
    }

    @Test
    void oneSideAloneOpensNoPort() {
        for (Tree tree : List.of(
                compile("", ""),
                compile(EXPOSE, ""),
                compile("", CONSUME),
                compile(EXPOSE.replace("globex", "initech"), CONSUME))) {
            assertEquals(List.of(), foreign(tree, "acme", "globex", "front"));
            assertEquals(List.of(), foreign(tree, "globex", "acme", "back"));
            for (TreeFile file : tree.files()) {
                boolean own = file.path().contains("acme")
                        || file.path().endsWith(".json")
                        || file.path().startsWith("hosts/localhost/etc/systemd/network");
                assertTrue(own || !new String(file.bytes(), StandardCharsets.UTF_8).contains("10.64.1.7"), file.path());
            }
        }
    }

    @Test
    void aPairOpensOnePortInBothFirewallsInOneDirection() {
        Tree tree = compile(EXPOSE, CONSUME);
        String front = InterfaceNames.bridge("globex", "front");
        String desk = InterfaceNames.bridge("globex", "desk");
        String back = InterfaceNames.bridge("acme", "back");
        assertEquals(
                List.of("iifname \"" + front + "\" oifname \"" + back + "\" jump acme__gives_api__to_globex"),
                foreign(tree, "acme", "globex", "front"));
        assertEquals(
                List.of(
                        "iifname \"" + front + "\" oifname \"" + back + "\" jump globex__takes_api__from_acme",
                        "iifname \"" + desk + "\" ip saddr 10.64.2.7 oifname \"" + back
                                + "\" jump globex__takes_api__from_acme"),
                foreign(tree, "globex", "acme", "back"));
        for (String chain : List.of("acme.nft acme__gives_api__to_globex", "globex.nft globex__takes_api__from_acme")) {
            String[] words = chain.split(" ");
            assertTrue(text(tree, "bbc/nft/" + words[0])
                    .contains("chain " + words[1] + " {\n\t\tip daddr 10.64.1.7 tcp dport 8443 accept\n\t}\n"));
        }
    }

    @Test
    void guestsOfTheNetworkResolveTheName() {
        Tree tree = compile(EXPOSE, CONSUME);
        String lines = "# bbc: tenant globex, do not edit\n127.0.0.1 localhost\n::1 localhost\n10.64.1.7 shop\n";
        for (String machine : List.of("globex.till", "globex.clerk", "globex.box")) {
            assertEquals(lines, text(tree, "bbc/names/" + machine));
        }
        assertTrue(text(tree, "systemd/nspawn/globex.till.nspawn")
                .contains("BindReadOnly=/run/bbc/names/globex.till:/etc/hosts:noidmap\n"));
        String box = text(tree, "systemd/system/tenant-vm@globex.box.service.d/50-bbc.conf");
        assertTrue(box.contains("--load-credential=tmpfiles.hosts:/etc/bbc/names/globex.box"), box);
        assertTrue(box.contains("--load-credential=tmpfiles.extra:/etc/bbc/guest/globex.box/tmpfiles.extra"), box);
        assertEquals(
                "# bbc: tenant globex, do not edit\nf+^ /etc/hosts 0644 root root - tmpfiles.hosts\n",
                text(tree, "bbc/guest/globex.box/tmpfiles.extra"));
    }

    /** A change of acme only affects files of globex that are read at run time, never files that require a restart. */
    @Test
    void theOtherSideRestartsNoWorkload() {
        Tree with = compile(EXPOSE, CONSUME);
        Tree without = compile("", CONSUME);
        Set<String> changed = new TreeSet<>();
        for (TreeFile file : with.files()) {
            if (file.path().startsWith(ETC)
                    && without.bytes(file.path())
                            .filter(b -> Arrays.equals(b, file.bytes()))
                            .isEmpty()) {
                changed.add(file.path().substring(ETC.length()));
            }
        }
        assertEquals(
                Set.of(
                        "bbc/names/globex.box",
                        "bbc/names/globex.clerk",
                        "bbc/names/globex.till",
                        "bbc/nft/acme.nft",
                        "bbc/nft/globex.nft",
                        "bbc/tree.json",
                        "bbc/units"),
                changed);
        assertEquals(
                with.files().stream().map(TreeFile::path).collect(Collectors.toSet()),
                without.files().stream().map(TreeFile::path).collect(Collectors.toSet()));
    }
}
