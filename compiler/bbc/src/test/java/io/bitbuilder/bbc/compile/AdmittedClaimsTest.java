package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenant takes from outside itself, bounded by its ceiling, its admission and the host. */
class AdmittedClaimsTest {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              defaults container { image = debian; memory { limit = 64MiB } }
              %s
            }
            """;

    /** Returns the findings of a platform with these blocks, and of acme with this body. */
    private static List<Finding> findings(String platform, String acme) {
        Findings findings = new Findings();
        List<SourceFile> files = new ArrayList<>();
        files.add(new SourceFile("platform/p.bbc", Owner.PLATFORM, PLATFORM.formatted(platform)));
        files.add(new SourceFile(
                "tenants/acme/t.bbc", new Owner.Tenant("acme"), "tenant acme {\n" + acme.replace(';', '\n') + "\n}\n"));
        Compiler.check(new SourceSet(files, List.of(), List.of()), AllocationMode.FREE, findings);
        return findings.sorted();
    }

    private static void expect(String platform, String acme, Code... codes) {
        List<Finding> findings = findings(platform, acme);
        assertEquals(List.of(codes), findings.stream().map(Finding::code).toList(), findings::toString);
    }

    private static String publish(String port) {
        return "network n { }; container web { attach n { }; publish " + port + " }";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            untrusted | tcp 22 -> 22     | PRT002
            trusted   | tcp 22 -> 22     | PRT002
            untrusted | udp 22 -> 22     | PRT002
            untrusted | udp 53 -> 53     | PRT003
            standard  | tcp 443 -> 8443  | PRT003
            standard  | tcp 1023 -> 80   | PRT003
            standard  | tcp 1024 -> 80   |
            standard  | tcp 65535 -> 80  |
            trusted   | tcp 443 -> 8443  |
            untrusted | tcp auto -> 22   |
            """)
    void aPublishedPortNeedsConsent(String trust, String port, @Nullable String code) {
        expect("admit acme { trust = " + trust + " }", publish(port), code);
    }

    /** Expects these codes, separated by blanks. */
    private static void expect(String platform, String acme, @Nullable String codes) {
        List<Finding> findings = findings(platform, acme);
        assertEquals(
                codes == null ? List.of() : Stream.of(codes.split(" ")).sorted().toList(),
                findings.stream().map(f -> f.code().toString()).sorted().toList(),
                findings::toString);
    }

    @Test
    void consentIsOfTheAdmissionTheCeilingOrThePool() {
        expect("admit acme { ports = [80, 443..444] }", publish("tcp 444 -> 80"));
        expect("admit acme { ports = [80, 443..444] }", publish("tcp 445 -> 80"), Code.PORT_NOT_ADMITTED);
        expect("ceiling standard { ports += [443] }", publish("tcp 443 -> 80; publish tcp 1024 -> 81"));
        expect("ceiling standard { ports = [443] }", publish("tcp 1024 -> 80"), Code.PORT_NOT_ADMITTED);
        expect("pool ports { range = 80..90 }", publish("tcp 85 -> 80"));
    }

    @Test
    void noConsentOpensAPortOfTheHostsOwnServices() {
        String reserved =
                "host node-b { cpu = 1; memory = 1GiB; storage = 1GiB; uplink = \"eth0\"; address = 192.0.2.11/24"
                        + "; reserved-ports = [22, 9090..9099] }";
        String here = "network n { }; container web { place = %s; attach n { }; publish tcp %d -> 80 }";
        expect(reserved, here.formatted("node-b", 9095), Code.RESERVED_HOST_PORT);
        expect(reserved, here.formatted("node-a", 9095));
        expect("admit acme { ports = [22] }", publish("tcp 22 -> 22"), Code.RESERVED_HOST_PORT);
        String open = "host node-c { cpu = 1; memory = 1GiB; storage = 1GiB; uplink = \"eth0\"; address = 192.0.2.12/24"
                + "; reserved-ports = [] }; admit acme { ports = [22] }";
        expect(open, here.formatted("node-c", 22));
    }

    @Test
    void aPoolNeverGivesAReservedPort() {
        expect(
                "pool ports { range = 21..24 }; ceiling standard { claims { share = 75% } }",
                publish("tcp auto -> 80; publish tcp auto -> 81"), Code.POOL_HOLDS_RESERVED_PORTS);
        expect(
                "pool ports { range = 22..22 }",
                publish("tcp auto -> 80"),
                Code.POOL_HOLDS_RESERVED_PORTS,
                Code.POOL_EXHAUSTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subnet = 8.8.8.0/24                            | NET022
            subnet = 140.82.112.0/20                       | NET022
            subnet = 1.0.0.0/8                             | NET022
            subnet = 100.64.0.0/10                         | NET022
            subnet = 192.0.2.0/25                          | NET001
            subnet = 172.0.0.0/8                           | NET022
            subnet = 10.0.0.0/8                            | NET023
            subnet = 10.64.0.0/10                          | NET023
            subnet = 10.64.0.0/15                          | NET023
            subnet = 10.0.0.0/10                           | NET023
            subnet = 172.16.0.0/12                         | NET023
            subnet = 10.200.0.0/16                         |
            subnet = 172.31.1.0/24                         |
            subnet = 192.168.1.0/24                        |
            ipv6 = true; subnet6 = 2001:4860:4860::/64     | NET022
            ipv6 = true; subnet6 = 2a00:1450::/64          | NET022
            ipv6 = true; subnet6 = fd00::/8                | NET010
            ipv6 = true; subnet6 = fd00:ec2::/64           | NET010
            ipv6 = true; subnet6 = fd12::/16               | NET023
            ipv6 = true; subnet6 = fd12:3456:789a::/48     |
            subnet6 = fd12:3456:789a::/48                  | NET017
            """)
    void aWrittenSubnetNeedsConsent(String fields, @Nullable String codes) {
        expect("", "network n { " + fields + " }", codes);
    }

    @Test
    void anAdmittedSubnetHasAnySize() {
        expect("admit acme { subnets = [8.0.0.0/8] }", "network n { subnet = 8.16.0.0/12 }");
        expect("admit acme { subnets = [8.0.0.0/8] }", "network n { subnet = 9.9.9.0/24 }", Code.SUBNET_NOT_ADMITTED);
        expect("ceiling standard { subnets = [] }", "network n { subnet = 10.200.1.0/24 }", Code.SUBNET_NOT_ADMITTED);
        expect("ceiling standard { subnets = [] }", "network n { subnet = 10.64.1.0/24 }");
        expect("pool subnets4 { from = 10.0.0.0/8; prefix = 12 }", "network n { subnet = auto }; network m { }");
    }

    @Test
    void aModeNeedsConsent() {
        String routed = "network n { mode = routed }";
        expect("admit acme { trust = untrusted }", routed, Code.MODE_NOT_ADMITTED);
        expect("admit acme { trust = untrusted; modes = [routed] }", routed);
        expect("admit acme { trust = standard }", routed);
        expect("ceiling standard { modes = [nat] }", "network n { mode = bridge }", Code.MODE_NOT_ADMITTED);
    }

    @Test
    void closedEgressNeedsConsent() {
        String egress = "network n { egress { allow = [169.254.169.254/32] } }";
        expect("", egress, Code.CLOSED_EGRESS);
        expect("admit acme { egress = [169.254.169.254/32] }", egress);
    }
}
