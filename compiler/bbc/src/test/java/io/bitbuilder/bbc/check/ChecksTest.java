package io.bitbuilder.bbc.check;

import static io.bitbuilder.bbc.check.CheckFleet.findings;
import static io.bitbuilder.bbc.check.CheckFleet.nodeB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final String TRUSTED =
            "platform p { admit acme { trust = trusted; quota { cpu = 8; memory = 16GiB } } }";

    private static void expect(Fleet fleet, Code... codes) {
        List<Finding> findings = findings(fleet);
        assertEquals(List.of(codes), findings.stream().map(Finding::code).toList(), findings::toString);
    }

    /** Expects findings of a fleet of acme alone. */
    private static void expect(String acme, Code... codes) {
        expect(CheckFleet.of(tenant("acme", acme)), codes);
    }

    private static String tenant(String name, String blocks) {
        return "tenant " + name + " {\n" + blocks + "\n}\n";
    }

    private static String network(String name, String subnet) {
        return "network " + name + " { subnet = " + subnet + " }\n";
    }

    /** One container on one network. */
    private static String container(String fields) {
        return network("front", "10.64.3.0/24") + "container web {\n" + fields + "\n}";
    }

    /** One machine on one network. */
    private static String machine(String fields) {
        return network("front", "10.64.3.0/24") + "machine db {\n" + fields + "\n}";
    }

    private static String owner(Finding finding) {
        return finding.primary().span().file().path();
    }

    @Test
    void aValidFleetHasNoFindings() {
        expect(container("""
                attach front { ipv4 = 10.64.3.7 }
                publish tcp 8443 -> 8443
                volume data { size = 1GiB; mount = "/srv/data" }
                """));
        expect(machine("attach front { ipv4 = 10.64.3.7 }; publish tcp 8443 -> 8443"));
    }

    @Test
    void overlappingNetworksNameBothTenantsAndAFreeRange() {
        Finding finding = findings(CheckFleet.of("""
                        tenant acme { network front { subnet = 10.64.0.0/24 } }
                        tenant globex { network lan { subnet = 10.64.0.0/25 } }
                        """)).getFirst();
        assertEquals(Code.SUBNETS_OVERLAP, finding.code());
        assertEquals("subnet 10.64.0.0/25 overlaps the larger 10.64.0.0/24 of another tenant", finding.message());
        assertEquals("tenants/globex/tenant.bbc", owner(finding));
        assertEquals(
                "network acme.front has 10.64.0.0/24",
                finding.secondary().getFirst().text());
        assertEquals(
                "write `subnet = auto` here, or choose a free one: 10.64.1.0/25",
                finding.fixes().getFirst().text());
    }

    @Test
    void theNewerTenantIsBlamed() {
        Fleet fleet = CheckFleet.of("""
                tenant acme { network front { subnet = 10.64.0.0/16 } }
                tenant globex { network lan { subnet = 10.64.1.0/24 } }
                tenant initech { network lan { subnet = 10.64.2.0/24 } }
                """);
        List<Finding> found = findings(fleet, new ClaimPrecedence(Set.of("globex", "initech"), Set.of()), Set.of());
        assertEquals(1, found.size());
        assertEquals("tenants/acme/tenant.bbc", owner(found.getFirst()));
        assertEquals(2, found.getFirst().secondary().size());
    }

    @Test
    void theTenantOfTheBaseKeepsItsSubnet() {
        String globex = "tenant globex { network lan { subnet = 10.64.1.0/24 } }";
        Fleet base = CheckFleet.of("tenant acme { network front { subnet = 10.64.7.0/24 } }", globex);
        Fleet head = CheckFleet.of("tenant acme { network front { subnet = 10.64.1.0/24 } }", globex);
        List<Finding> found = findings(head, Checks.precedence(base), Set.of());
        assertEquals(1, found.size());
        assertEquals("tenants/acme/tenant.bbc", owner(found.getFirst()));
    }

    /** A claim of the base is a port on a host, not a port: a workload that moves must not displace the present one. */
    @Test
    void aMovedWorkloadYieldsTheTakenPort() {
        Fleet base = onTwoHosts("node-a");
        Fleet head = onTwoHosts("node-b");
        List<Finding> found = findings(head, Checks.precedence(base), Set.of()).stream()
                .filter(f -> f.code() == Code.DUPLICATE_HOST_PORT)
                .toList();
        assertEquals(1, found.size());
        assertEquals("tenants/acme/tenant.bbc", owner(found.getFirst()));
    }

    private static Fleet onTwoHosts(String place) {
        return CheckFleet.of(
                nodeB("192.0.2.11"),
                "tenant acme { container web { place = " + place + "; publish tcp 8443 -> 1 } }",
                "tenant globex { container api { place = node-b; publish tcp 8443 -> 1 } }");
    }

    @Test
    void networksAvoidReservedRangesAndTheLinkOfTheHost() {
        expect(
                CheckFleet.of(
                        "platform p { reserved = [10.9.0.0/16] }",
                        tenant("acme", network("a", "192.0.2.0/25") + network("b", "10.9.0.0/24"))),
                Code.SUBNET_RESERVED,
                Code.SUBNET_RESERVED);
    }

    @Test
    void overlappingSubnets6AreReported() {
        expect("""
                network a { subnet = 10.64.1.0/24; ipv6 = true; subnet6 = fd00:1::/64 }
                network b { subnet = 10.64.2.0/24; ipv6 = true; subnet6 = fd00:1::/64 }
                """, Code.SUBNETS_OVERLAP);
    }

    @Test
    void standInsAreNotReported() {
        Fleet fleet = CheckFleet.of("""
                tenant acme { network front { subnet = 10.64.0.0/24 } }
                tenant globex { network lan { subnet = 10.64.0.0/24 } }
                """);
        assertEquals(
                List.of(),
                findings(
                        fleet,
                        ClaimPrecedence.NONE,
                        Set.of(ClaimPath.parse("globex/lan/subnet").orElseThrow())));
    }

    @Test
    void consequencesOfOmittedBlocksAreNotReported() {
        Fleet fleet = CheckFleet.of(tenant("acme", container("publish tcp 8443 -> 1")));
        Findings findings = new Findings();
        findings.add(Finding.of(
                Code.SYNTAX_ERROR, fleet.tenants().getFirst().at().block().span(), "a mistake elsewhere"));
        Checks.run(fleet, Set.of(), Set.of(), ClaimPrecedence.NONE, findings);
        assertEquals(1, findings.sorted().size());
    }

    @Test
    void networksHaveAUsableSizeAndRange() {
        expect(network("a", "10.64.1.0/30"), Code.SUBNET_TOO_SMALL);
        expect(network("a", "127.1.0.0/24"), Code.SPECIAL_PURPOSE_SUBNET);
        expect("network a { subnet6 = fd00:1:2:3::/64 }", Code.UNUSED_SUBNET6);
    }

    @Test
    void quotasAndCapacityAreSums() {
        String two = "container a { }; container b { }";
        expect("quota { cpu = 1; memory = 1GiB }; " + two, Code.QUOTA_EXCEEDED, Code.QUOTA_EXCEEDED);
        expect(
                CheckFleet.of("platform p { admit acme { quota { cpu = 1; memory = 64GiB } } }", tenant("acme", two)),
                Code.QUOTA_EXCEEDED);
        expect(
                CheckFleet.of(
                        "platform p { admit acme { quota { cpu = 4; memory = 64GiB } } }",
                        tenant("acme", "quota { cpu = 5; memory = 1GiB }")),
                Code.QUOTA_NOT_ADMITTED);
        expect(container("cpu { cores = 9 }"), Code.HOST_CAPACITY_EXCEEDED);
        expect(container("""
                volume a { size = 512GiB; mount = "/a" }
                volume b { size = 513GiB; mount = "/b" }
                """), Code.HOST_CAPACITY_EXCEEDED);
    }

    @Test
    void resourcesOfOneWorkloadFitEachOther() {
        expect(container("memory { limit = 1GiB; high = 2GiB }"), Code.MEMORY_HIGH_EXCEEDS_LIMIT);
        expect(container("cpu { weight = 100; shares = 1024 }"), Code.CONFLICTING_CPU_WEIGHTS);
        expect(machine("cpu { cores = 1.5 }"), Code.FRACTIONAL_PROCESSORS);
        expect(container("cpu { cores = 1.5; pin = [7] }"));
        expect(container("cpu { pin = [8] }"), Code.UNKNOWN_PROCESSOR);
    }

    @Test
    void callsOfNewerSystemdAreRefused() {
        String calls = tenant("acme", container("security { syscalls { deny = [\"listns\", @clock] } }"));
        expect(CheckFleet.of("platform p { systemd = 261 }", calls), Code.UNSUPPORTED_FIELD);
        expect(CheckFleet.of("platform p { systemd = " + Catalogue.NEWEST + " }", calls));
    }

    @Test
    void namesAreUniqueAndShort() {
        expect(CheckFleet.of("tenant acme { id = \"x\" }", "tenant globex { id = \"x\" }"), Code.DUPLICATE_TENANT_ID);
        expect("container " + "a".repeat(60) + " { }", Code.MACHINE_NAME_TOO_LONG);
        expect("container " + "a".repeat(59) + " { }");
    }

    @Test
    void equalHashesOfInterfaceNamesAreReported() {
        expect("""
                network n { subnet = 10.64.3.0/24 }
                machine database-2557 { attach n { ipv4 = 10.64.3.7 } }
                machine database-3895 { attach n { ipv4 = 10.64.3.8 } }
                """, Code.DUPLICATE_INTERFACE_NAME);
        expect("machine a { cid = 42 }; machine b { cid = 42 }", Code.DUPLICATE_CID);
    }

    /** Names found by trying hundreds of thousands: of guard chains, and of bridges of one tenant and of two. */
    @Test
    void equalHashesOfChainsAndBridgesAreReported() {
        expect("""
                network front { subnet = 10.64.3.0/24 }
                machine w72326 { attach front { ipv4 = 10.64.3.7 } }
                machine w80305 { attach front { ipv4 = 10.64.3.8 } }
                """, Code.DUPLICATE_INTERFACE_NAME);
        expect("""
                network n51652 { subnet = 10.64.3.0/24 }
                network n303131 { subnet = 10.64.4.0/24 }
                container a { attach n51652 { ipv4 = 10.64.3.7 } }
                container b { attach n303131 { ipv4 = 10.64.4.7 } }
                """, Code.DUPLICATE_INTERFACE_NAME);
        String network = "network %s { subnet = %s.0/24 }; container a { attach %1$s { ipv4 = %2$s.7 } }";
        expect(
                CheckFleet.of(
                        tenant("acme", network.formatted("n189877", "10.64.3")),
                        tenant("globex", network.formatted("n191277", "10.64.4"))),
                Code.DUPLICATE_INTERFACE_NAME);
    }

    @Test
    void addressesAreInTheirNetworkAndNotReserved() {
        expect(container("attach front { ipv4 = 10.64.4.7 }"), Code.ADDRESS_OUTSIDE_NETWORK);
        expect(container("attach front { ipv4 = 10.64.3.0 }"), Code.RESERVED_ADDRESS);
        expect(container("attach front { ipv4 = 10.64.3.1 }"), Code.RESERVED_ADDRESS);
        expect(container("attach front { ipv4 = 10.64.3.255 }"), Code.RESERVED_ADDRESS);
        expect(container("attach front { ipv4 = 10.64.3.192 }"));
        expect(container("""
                attach front { ipv4 = 10.64.3.7 }
                attach front1 { network = front; ipv4 = 10.64.3.7 }
                """), Code.DUPLICATE_ADDRESS);
        expect(container("""
                attach front { ipv4 = 10.64.3.7; mac = 02:00:00:00:00:01 }
                attach front1 { network = front; ipv4 = 10.64.3.8; mac = 02:00:00:00:00:01 }
                """), Code.DUPLICATE_MAC);
        expect(container("attach front { ipv4 = 10.64.3.7; mac = 00:16:3e:00:00:01 }"), Code.MAC_NOT_LOCAL);
    }

    @Test
    void attachmentsHaveAnAddressOfTheirNetwork() {
        expect(container("attach front { ipv4 = disabled }"), Code.MISSING_ATTACHMENT_ADDRESS);
        expect(container("attach front { ipv4 = disabled; ipv6 = ::9 }"), Code.IPV6_NOT_ENABLED);
    }

    @Test
    void portsAreForwardedOnceToAReachableWorkload() {
        expect("""
                network n { subnet = 10.64.3.0/24 }
                container a { attach n { ipv4 = 10.64.3.7 }; publish tcp 8443 -> 1 }
                container b { attach n { ipv4 = 10.64.3.8 }; publish tcp 8443 -> 2 }
                """, Code.DUPLICATE_HOST_PORT);
        expect(container("publish tcp 8443 -> 1"), Code.PUBLISHED_PORT_UNREACHABLE);
        expect("""
                network n { subnet = 10.64.3.0/24; mode = bridge }
                container a { attach n { ipv4 = 10.64.3.7 }; publish tcp 8443 -> 1 }
                """, Code.PUBLISHED_PORT_UNREACHABLE);
    }

    @Test
    void machinesHaveOneTapAndTheHostsNetworkExcludesOthers() {
        expect(machine("""
                attach front { ipv4 = 10.64.3.7 }
                attach front1 { network = front; ipv4 = 10.64.3.8 }
                """), Code.MULTIPLE_MACHINE_ATTACHMENTS);
        expect(container("network = host"), Code.HOST_NETWORK_NOT_ALLOWED);
        expect(
                CheckFleet.of(TRUSTED, tenant("acme", container("network = host; publish tcp 8443 -> 1"))),
                Code.CONFLICTING_HOST_NETWORK);
    }

    @Test
    void ceilingsBindByTrust() {
        expect(container("security { capabilities = [CAP_NET_RAW] }"));
        String admin = container("security { capabilities = [CAP_SYS_ADMIN] }");
        expect(admin, Code.CAPABILITIES_EXCEED_CEILING);
        expect(CheckFleet.of(TRUSTED, tenant("acme", admin)));
        expect(container("security { syscalls { allow = [@mount] } }"), Code.SYSCALLS_EXCEED_CEILING);
        expect(container("security { syscalls { allow = [@timer] } }"));
        expect(container("security { syscalls { allow = [@memlock]; deny = [@memlock] } }"), Code.CONFLICTING_SYSCALLS);
        expect(container("security { syscalls { allow = [@system-service]; deny = [@memlock] } }"));
        expect(container("security { syscalls { deny = [@setuid] } }"), Code.NEEDED_SYSCALLS);
        expect(CheckFleet.of("platform p { ceiling royal { host-network = true } }"), Code.UNKNOWN_TRUST);
    }

    @Test
    void userIdsAreBlocksForContainers() {
        expect("""
                container a { uids = 1048576..1114111 }
                container b { uids = 1048576..1114111 }
                """, Code.UID_RANGES_OVERLAP);
        expect(container("uids = 1048576..1048577"), Code.INVALID_UID_RANGE);
        expect(container("uids = 1048577..1114112"), Code.INVALID_UID_RANGE);
        expect(container("uids = 65536..131071"), Code.UIDS_OUT_OF_RANGE);
    }

    @Test
    void imagesAndExtensionsHaveTheRightForm() {
        expect(container("image = disk"), Code.WRONG_IMAGE_FORM);
        expect(machine("image = tree"), Code.WRONG_IMAGE_FORM);
        expect(
                CheckFleet.of(
                        "platform p { extension x { type = confext; source = directory(\"/x\") } }",
                        tenant("acme", container("extensions { sysext = [x] }"))),
                Code.WRONG_EXTENSION_TYPE);
        expect(container("extensions { sysext = [x, x] }"), Code.DUPLICATE_EXTENSION);
    }

    @Test
    void volumesOverlapNeitherEachOtherNorTheSystem() {
        expect(volumes("/a", "/a"), Code.VOLUME_MOUNTS_OVERLAP);
        expect(volumes("/a", "/a/b", "/a/c"), Code.VOLUME_MOUNTS_OVERLAP, Code.VOLUME_MOUNTS_OVERLAP);
        expect(volumes("/a", "/a-b"));
        expect(volumes("/usr"), Code.MOUNT_OVER_SYSTEM);
        expect(volumes("/run/x"), Code.MOUNT_OVER_SYSTEM);
        expect(volumes("/usr/local/x"));
    }

    private static String volumes(String... mounts) {
        return container(IntStream.range(0, mounts.length)
                .mapToObj(i -> "volume v" + i + " { size = 1GiB; mount = \"" + mounts[i] + "\" }")
                .collect(Collectors.joining("\n")));
    }

    @Test
    void thePlatformIsChecked() {
        expect(CheckFleet.of("""
                        platform p {
                          pool ports { range = 1..70000 }
                          pool uids { range = 1..70000; prefix = 8 }
                          pool vlans { range = 1..70000 }
                        }
                        """), Code.INVALID_POOL, Code.INVALID_POOL, Code.INVALID_POOL);
        expect(CheckFleet.of(nodeB("192.0.2.10")), Code.DUPLICATE_HOST_ADDRESS);
        for (String nobodyReaches : List.of("127.0.0.1", "169.254.1.5", "224.0.0.5", "0.0.0.1")) {
            expect(CheckFleet.of(nodeB(nobodyReaches)), Code.SPECIAL_PURPOSE_SUBNET);
        }
    }

    @Test
    void aThousandTenantsWithOneSubnetAreReportedFast() {
        String tenants = IntStream.range(0, 900)
                .mapToObj(i -> tenant("t" + i, network("n", "10.64.1.0/24")))
                .collect(Collectors.joining());
        List<Finding> found = findings(CheckFleet.of(tenants));
        assertEquals(899, found.size());
        assertTrue(found.stream().allMatch(f -> f.secondary().size() == 1));
    }
}
