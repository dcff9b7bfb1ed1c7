package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.compile.TenantSources.Checked;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No tenant empties a pool for the others: the one that holds too much is told, and no other. */
class ClaimLimitsTest {
    private static final String FEW = "ceiling standard { claims { networks = 256; ports = 256 } }";

    private static final String NEIGHBOUR =
            "network lan { }; container shop { attach lan { }; publish tcp auto -> 80 }";

    /** Expects one finding, at acme or its lock file, and the words in it. */
    private static void blamed(Checked checked, String file, String words) {
        assertEquals(List.of("RES114"), checked.codes(), checked.findings()::toString);
        Finding finding = checked.findings().getFirst();
        assertEquals(file, finding.primary().span().file().path());
        assertTrue(finding.message().contains(words), finding.message());
    }

    private static Checked beside(String platform, String acme, String lock) {
        return TenantSources.check(
                platform, Map.of("acme", acme, "globex", NEIGHBOUR), lock.isEmpty() ? Map.of() : Map.of("acme", lock));
    }

    private static void fine(String platform, String acme) {
        assertEquals(List.of(), beside(platform, acme, "").codes());
    }

    private static String repeated(int count, String block) {
        return IntStream.range(0, count).mapToObj(block::formatted).collect(Collectors.joining("; "));
    }

    private static String published(int count) {
        return "network n { }; container web { attach n { }; "
                + repeated(count, "publish tcp auto -> %d").replace("-> 0", "-> 9999") + " }";
    }

    @Test
    void networksAreCounted() {
        fine(FEW, repeated(256, "network n%d { }"));
        blamed(beside(FEW, repeated(257, "network n%d { }"), ""), "tenants/acme/t.bbc", "257 networks");
        fine(FEW + "; admit acme { claims { networks = 257 } }; admit globex { }", repeated(257, "network n%d { }"));
    }

    /** Nothing of such a tenant is evaluated: its mistakes in fields are not reported. */
    @Test
    void manyMoreThanTheLimitAreRefusedByTheirNumber() {
        String loop = "for i in 0..%d { network (\"n{i}\") { mtu = 1 } }";
        blamed(beside(FEW, loop.formatted(1256), ""), "tenants/acme/t.bbc", "1257 networks, which exceeds the 256");
        String workloads = "for i in 0..3000 { container (\"c{i}\") { tasks = nothing } }";
        String few = "ceiling standard { claims { workloads = 100 } }";
        blamed(beside(few, workloads, ""), "tenants/acme/t.bbc", "3001 workloads, which exceeds the 100");
    }

    @Test
    void untrustedTenantsHaveFew() {
        String untrusted = "admit acme { trust = untrusted }; admit globex { }";
        blamed(beside(untrusted, repeated(257, "network n%d { }"), ""), "tenants/acme/t.bbc", "257 networks");
        fine("", repeated(257, "network n%d { }"));
    }

    @Test
    void aWrittenSubnetCountsAsItsSlots() {
        String all = FEW + "; admit acme { subnets = [10.64.0.0/10] }; admit globex { }";
        blamed(beside(all, "network n { subnet = 10.64.0.0/10 }", ""), "tenants/acme/t.bbc", "16384 networks");
        String covering = IntStream.range(0, 64)
                .mapToObj(i -> "network n" + i + " { subnet = 10." + (64 + i) + ".0.0/16 }")
                .collect(Collectors.joining("; "));
        blamed(beside(FEW, covering, ""), "tenants/acme/t.bbc", "16384 networks");
        fine(FEW, "network n { subnet = 10.64.0.0/16 }");
        blamed(
                beside(FEW, "network n { subnet = 10.64.0.0/16 }; network m { subnet = 10.65.0.0/24 }", ""),
                "tenants/acme/t.bbc",
                "257 networks");
    }

    @Test
    void aTenantHoldsAShareOfAPool() {
        String pool = "pool subnets4 { from = 10.64.0.0/22; prefix = 24 }";
        fine(pool, "network a { }; network b { }");
        blamed(beside(pool, "network a { }; network b { }; network c { }", ""), "tenants/acme/t.bbc", "share of 50%");
        fine(pool + "; ceiling standard { claims { share = 75% } }", "network a { }; network b { }; network c { }");
    }

    @Test
    void portsAreCounted() {
        fine(FEW, published(256));
        blamed(beside(FEW, published(257), ""), "tenants/acme/t.bbc", "257 ports");
        String pool = "pool ports { range = 20000..20009 }";
        fine(pool, published(5));
        blamed(beside(pool, published(6), ""), "tenants/acme/t.bbc", "share of 50%");
        String literal =
                "network n { }; container web { attach n { }; " + repeated(257, "publish tcp 3%03d -> 80") + " }";
        blamed(beside(FEW, literal, ""), "tenants/acme/t.bbc", "257 ports");
    }

    @Test
    void workloadsAttachmentsAndVolumesAreCounted() {
        String few = "; admit globex { }";
        blamed(
                beside("admit acme { claims { workloads = 2 } }" + few, repeated(3, "container c%d { }"), ""),
                "tenants/acme/t.bbc",
                "3 workloads");
        blamed(
                beside(
                        "admit acme { claims { attachments = 1 } }" + few,
                        "network n { }; container c { attach n { }; attach m { network = n } }",
                        ""),
                "tenants/acme/t.bbc",
                "2 attachments");
        blamed(
                beside(
                        "admit acme { claims { volumes = 1 } }" + few,
                        "container c { volume a { size = 1GiB; mount = \"/srv/a\" }"
                                + "; volume b { size = 1GiB; mount = \"/srv/b\" } }",
                        ""),
                "tenants/acme/t.bbc",
                "2 volumes");
    }

    /** Rules of both sides follow from them, so that one tenant could fill the firewall of another. */
    @Test
    void agreementsAreCounted() {
        String three = "network n { peer globex.lan { } }; container c { attach n { } }; consume globex.shop { on = n }"
                + "; expose web { on = c; port = tcp(80); to = [globex] }";
        String admitted = "admit acme { claims { agreements = %d } }; admit globex { }";
        assertEquals(
                List.of("NET011", "NET026"),
                beside(admitted.formatted(3), three, "").codes().stream()
                        .sorted()
                        .toList());
        blamed(beside(admitted.formatted(2), three, ""), "tenants/acme/t.bbc", "3 agreements, which exceeds the 2");
        blamed(
                beside(
                        "admit acme { trust = untrusted }; admit globex { }",
                        "for i in 0..127 { network (\"n{i}\") { peer globex.lan { }; peer globex.lab { } } }"
                                + "; network n { peer globex.lan { } }",
                        ""),
                "tenants/acme/t.bbc",
                "257 agreements, which exceeds the 256");
    }

    @Test
    void linesOfALockFileCount() {
        String gone = repeated(256, "gone acme/zz%d/subnet 10.70.%1$d.0/24").replace("; ", "\n") + "\n";
        Checked checked = beside(FEW, "network n { }", gone);
        blamed(checked, "locks/acme.lock", "257 networks");
        assertTrue(checked.findings().getFirst().fixes().toString().contains("bbc lock --collect"));
        String more = gone.replace("acme", "nobody") + "gone nobody/zz/subnet 10.71.1.0/24\n";
        Checked nobody = TenantSources.check(FEW, Map.of("globex", NEIGHBOUR), Map.of("nobody", more));
        blamed(nobody, "locks/nobody.lock", "257 networks");
    }
}
