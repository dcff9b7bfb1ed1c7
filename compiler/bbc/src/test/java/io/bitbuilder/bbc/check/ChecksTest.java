package io.bitbuilder.bbc.check;

import static io.bitbuilder.bbc.check.Fleets.fleet;
import static io.bitbuilder.bbc.check.Fleets.good;
import static io.bitbuilder.bbc.check.Fleets.quota;
import static io.bitbuilder.bbc.check.Fleets.size;
import static io.bitbuilder.bbc.check.Fleets.subnet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Attachment.Assignment;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.CpuShare;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.fleet.Extensions;
import io.bitbuilder.bbc.fleet.MemoryLimits;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.bbc.fleet.Trust;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static List<Finding> findings(Fleets fleets, ClaimPrecedence precedence, Set<ClaimPath> standIns) {
        Findings findings = new Findings();
        Checks.run(fleets.build(), standIns, precedence, findings);
        return findings.sorted();
    }

    private static void expect(Fleets fleets, Code... codes) {
        List<Finding> findings = findings(fleets, ClaimPrecedence.NONE, Set.of());
        assertEquals(List.of(codes), findings.stream().map(Finding::code).toList(), findings::toString);
    }

    /** A fleet of one container on one network. */
    private static Fleets container(Consumer<Fleets.WorkMaker> make) {
        return fleet().tenant("acme", t -> t.network("front", "10.64.3.0/24").container("web", make));
    }

    /** A fleet of one machine on one network. */
    private static Fleets machine(Consumer<Fleets.WorkMaker> make) {
        return fleet().tenant("acme", t -> t.network("front", "10.64.3.0/24").machine("db", make));
    }

    private static CpuShare cpu(long millis, Optional<Long> weight, Optional<Long> shares, Set<Long> pin) {
        return new CpuShare(new Cpu(millis), weight, shares, pin);
    }

    @Test
    void aValidFleetHasNoFindings() {
        expect(container(w -> w.attach("front", "10.64.3.7").publish(443, 8443).volume("data", "1GiB", "/srv/data")));
        expect(machine(w -> w.attach("front", "10.64.3.7").publish(443, 8443)));
    }

    @Test
    void overlappingNetworksNameBothTenantsAndAFreeRange() {
        Fleets fleets = fleet().tenant("acme", t -> t.network("front", "10.64.0.0/24"))
                .tenant("globex", t -> t.network("lan", "10.64.0.0/25"));
        Finding finding = findings(fleets, ClaimPrecedence.NONE, Set.of()).getFirst();
        assertEquals(Code.SUBNETS_OVERLAP, finding.code());
        assertEquals("subnet 10.64.0.0/25 overlaps the larger 10.64.0.0/24 of another tenant", finding.message());
        assertEquals("tenants/globex/t.bbc", finding.primary().span().file().path());
        assertEquals(
                "network acme.front has 10.64.0.0/24",
                finding.secondary().getFirst().text());
        assertEquals(
                "write `subnet = auto` here, or choose a free one: 10.64.1.0/25",
                finding.fixes().getFirst().text());
    }

    @Test
    void theNewerTenantIsBlamed() {
        Fleets fleets = fleet().tenant("acme", t -> t.network("front", "10.64.0.0/16"))
                .tenant("globex", t -> t.network("lan", "10.64.1.0/24"))
                .tenant("initech", t -> t.network("lan", "10.64.2.0/24"));
        List<Finding> found = findings(fleets, new ClaimPrecedence(Set.of("globex", "initech"), Set.of()), Set.of());
        assertEquals(1, found.size());
        assertEquals(
                "tenants/acme/t.bbc", found.getFirst().primary().span().file().path());
        assertEquals(2, found.getFirst().secondary().size());
    }

    @Test
    void whoHadItInTheBaseKeepsIt() {
        Fleets base = fleet().tenant("acme", t -> t.network("front", "10.64.7.0/24"))
                .tenant("globex", t -> t.network("lan", "10.64.1.0/24"));
        Fleets head = fleet().tenant("acme", t -> t.network("front", "10.64.1.0/24"))
                .tenant("globex", t -> t.network("lan", "10.64.1.0/24"));
        List<Finding> found = findings(head, Checks.precedence(base.build()), Set.of());
        assertEquals(1, found.size());
        assertEquals(
                "tenants/acme/t.bbc", found.getFirst().primary().span().file().path());
    }

    /** A claim of the base is a port on a host, not a port: a workload that moves must not displace the present one. */
    @Test
    void whoMovesToAnotherHostYieldsTheTakenPort() {
        Fleets base = onTwoHosts("node-a");
        Fleets head = onTwoHosts("node-b");
        List<Finding> found = findings(head, Checks.precedence(base.build()), Set.of()).stream()
                .filter(f -> f.code() == Code.DUPLICATE_HOST_PORT)
                .toList();
        assertEquals(1, found.size());
        assertEquals(
                "tenants/acme/t.bbc", found.getFirst().primary().span().file().path());
    }

    private static Fleets onTwoHosts(String place) {
        return fleet().host("node-b", "192.0.2.11")
                .tenant("acme", t -> t.container("web", w -> w.publish(443, 1).place = place))
                .tenant("globex", t -> t.container("api", w -> w.publish(443, 1).place = "node-b"));
    }

    @Test
    void networksKeepAwayFromTheReservedAndTheHostsLink() {
        Fleets fleets =
                fleet().tenant("acme", t -> t.network("a", "192.0.2.0/25").network("b", "10.9.0.0/24"));
        fleets.reserved.add(subnet("10.9.0.0/16"));
        expect(fleets, Code.SUBNET_RESERVED, Code.SUBNET_RESERVED);
    }

    @Test
    void sixOverlapsAreFound() {
        Optional<Subnet6> subnet6 = Optional.of(good(Subnet6.parse("fd00:1::/64")));
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.network("a", "10.64.1.0/24", NetworkMode.NAT, Optional.empty(), subnet6)
                                        .network("b", "10.64.2.0/24", NetworkMode.NAT, Optional.empty(), subnet6)),
                Code.SUBNETS_OVERLAP);
    }

    @Test
    void standInsAreSilent() {
        Fleets fleets = fleet().tenant("acme", t -> t.network("front", "10.64.0.0/24"))
                .tenant("globex", t -> t.network("lan", "10.64.0.0/24"));
        assertEquals(
                List.of(),
                findings(
                        fleets,
                        ClaimPrecedence.NONE,
                        Set.of(ClaimPath.parse("globex/lan/subnet").orElseThrow())));
    }

    @Test
    void nothingFollowsFromBlocksThatWereLeftOut() {
        Findings findings = new Findings();
        findings.add(Finding.of(Code.SYNTAX_ERROR, fleet().at("acme").block().span(), "a mistake elsewhere"));
        Checks.run(container(w -> w.publish(443, 1)).build(), Set.of(), ClaimPrecedence.NONE, findings);
        assertEquals(1, findings.sorted().size());
    }

    @Test
    void networksHaveAUsableSizeRangeAndDhcp() {
        expect(fleet().tenant("acme", t -> t.network("a", "10.64.1.0/30")), Code.SUBNET_TOO_SMALL);
        expect(fleet().tenant("acme", t -> t.network("a", "127.1.0.0/24")), Code.SPECIAL_PURPOSE_SUBNET);
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.network(
                                        "a",
                                        "10.64.1.0/24",
                                        NetworkMode.NAT,
                                        Optional.of(new IntRange(1, 9)),
                                        Optional.empty())),
                Code.DHCP_RANGE_OUTSIDE_SUBNET);
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.network(
                                        "a",
                                        "10.64.1.0/24",
                                        NetworkMode.NAT,
                                        Optional.of(new IntRange(9, 255)),
                                        Optional.empty())),
                Code.DHCP_RANGE_OUTSIDE_SUBNET);
    }

    @Test
    void quotasAndCapacityAreSums() {
        expect(
                fleet().tenant("acme", t -> {
                    t.quota = Optional.of(quota(1, "1GiB"));
                    t.container("a", w -> {}).container("b", w -> {});
                }),
                Code.QUOTA_EXCEEDED,
                Code.QUOTA_EXCEEDED);
        expect(
                fleet().admit("acme", Trust.STANDARD, quota(1, "64GiB"))
                        .tenant("acme", t -> t.container("a", w -> {}).container("b", w -> {})),
                Code.QUOTA_EXCEEDED);
        expect(
                fleet().admit("acme", Trust.STANDARD, quota(4, "64GiB"))
                        .tenant("acme", t -> t.quota = Optional.of(quota(5, "1GiB"))),
                Code.QUOTA_NOT_ADMITTED);
        expect(
                container(w -> w.cpu = cpu(9000, Optional.empty(), Optional.empty(), Set.of())),
                Code.HOST_CAPACITY_EXCEEDED);
        expect(container(w -> w.volume("a", "512GiB", "/a").volume("b", "513GiB", "/b")), Code.HOST_CAPACITY_EXCEEDED);
    }

    @Test
    void resourcesOfOneWorkloadFitEachOther() {
        expect(
                container(w -> w.memory = new MemoryLimits(size("1GiB"), Optional.of(size("2GiB")))),
                Code.MEMORY_HIGH_EXCEEDS_LIMIT);
        expect(
                container(w -> w.cpu = cpu(1000, Optional.of(100L), Optional.of(1024L), Set.of())),
                Code.CONFLICTING_CPU_WEIGHTS);
        expect(
                machine(w -> w.cpu = cpu(1500, Optional.empty(), Optional.empty(), Set.of())),
                Code.FRACTIONAL_PROCESSORS);
        expect(container(w -> w.cpu = cpu(1500, Optional.empty(), Optional.empty(), Set.of(7L))));
        expect(
                container(w -> w.cpu = cpu(1000, Optional.empty(), Optional.empty(), Set.of(8L))),
                Code.UNKNOWN_PROCESSOR);
    }

    @Test
    void callsOfNewerSystemdAreRefused() {
        Fleets old = container(w -> w.deny = Set.of("listns", "@mount"));
        old.systemd = 261;
        expect(old, Code.UNSUPPORTED_FIELD);
        Fleets newest = container(w -> w.deny = Set.of("listns", "@mount"));
        newest.systemd = Catalogue.NEWEST;
        expect(newest);
    }

    @Test
    void namesAreUniqueAndShort() {
        expect(
                fleet().tenant("acme", t -> t.id = Optional.of("x")).tenant("globex", t -> t.id = Optional.of("x")),
                Code.DUPLICATE_TENANT_ID);
        expect(fleet().tenant("acme", t -> t.container("a".repeat(60), w -> {})), Code.MACHINE_NAME_TOO_LONG);
        expect(fleet().tenant("acme", t -> t.container("a".repeat(59), w -> {})));
    }

    @Test
    void hashedInterfaceNamesThatMeetAreFound() {
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.network("n", "10.64.3.0/24")
                                        .machine("database-2557", w -> w.attach("n", "10.64.3.7"))
                                        .machine("database-3895", w -> w.attach("n", "10.64.3.8"))),
                Code.DUPLICATE_INTERFACE_NAME);
        Consumer<Fleets.WorkMaker> same = w -> w.cid = 42;
        expect(fleet().tenant("acme", t -> t.machine("a", same).machine("b", same)), Code.DUPLICATE_CID);
    }

    @Test
    void addressesLieWhereTheyCan() {
        expect(container(w -> w.attach("front", "10.64.4.7")), Code.ADDRESS_OUTSIDE_NETWORK);
        expect(container(w -> w.attach("front", "10.64.3.0")), Code.RESERVED_ADDRESS);
        expect(container(w -> w.attach("front", "10.64.3.1")), Code.RESERVED_ADDRESS);
        expect(container(w -> w.attach("front", "10.64.3.255")), Code.RESERVED_ADDRESS);
        expect(container(w -> w.attach("front", "10.64.3.192")), Code.ADDRESS_IN_DHCP_RANGE);
        expect(container(w -> w.attach("front", "10.64.3.191")));
        expect(container(w -> w.attach("front", "10.64.3.7").attach("front", "10.64.3.7")), Code.DUPLICATE_ADDRESS);
        expect(
                container(w -> w.attach("front", "10.64.3.7", "02:00:00:00:00:01")
                        .attach("front", "10.64.3.8", "02:00:00:00:00:01")),
                Code.DUPLICATE_MAC);
        expect(container(w -> w.attach("front", "10.64.3.7", "00:16:3e:00:00:01")), Code.MAC_NOT_LOCAL);
    }

    @Test
    void attachmentsHaveAnAddressOfTheirNetwork() {
        Attachment.Assign4 no4 = new Attachment.Assign4(Assignment.DISABLED, Optional.empty());
        Attachment.Assign6 no6 = new Attachment.Assign6(Assignment.DISABLED, Optional.empty());
        Attachment.Assign6 some6 = new Attachment.Assign6(Assignment.STATIC, Optional.of(new Address6(0, 9)));
        Mac mac = good(Mac.parse("02:00:00:00:00:01"));
        Fleets none = fleet();
        none.tenant(
                "acme",
                t -> t.network("n", "10.64.3.0/24")
                        .container("w", w -> w.attach.add(new Attachment("n", "n", mac, no4, no6, none.at("acme")))));
        expect(none, Code.MISSING_ATTACHMENT_ADDRESS);
        Fleets six = fleet();
        six.tenant(
                "acme",
                t -> t.network("n", "10.64.3.0/24")
                        .container("w", w -> w.attach.add(new Attachment("n", "n", mac, no4, some6, six.at("acme")))));
        expect(six, Code.IPV6_NOT_ENABLED);
    }

    @Test
    void portsAreForwardedOnceAndLeadSomewhere() {
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.network("n", "10.64.3.0/24")
                                        .container(
                                                "a",
                                                w -> w.attach("n", "10.64.3.7").publish(443, 1))
                                        .container(
                                                "b",
                                                w -> w.attach("n", "10.64.3.8").publish(443, 2))),
                Code.DUPLICATE_HOST_PORT);
        expect(container(w -> w.publish(443, 1)), Code.PUBLISHED_PORT_UNREACHABLE);
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.network(
                                                "n",
                                                "10.64.3.0/24",
                                                NetworkMode.BRIDGE,
                                                Optional.empty(),
                                                Optional.empty())
                                        .container(
                                                "a",
                                                w -> w.attach("n", "10.64.3.7").publish(443, 1))),
                Code.PUBLISHED_PORT_UNREACHABLE);
    }

    @Test
    void machinesHaveOneTapAndTheHostsNetworkExcludesOthers() {
        expect(
                machine(w -> w.attach("front", "10.64.3.7").attach("front", "10.64.3.8")),
                Code.MULTIPLE_MACHINE_ATTACHMENTS);
        expect(container(w -> w.network = WorkloadNetwork.HOST), Code.HOST_NETWORK_NOT_ALLOWED);
        Fleets trusted = container(w -> {
            w.network = WorkloadNetwork.HOST;
            w.publish(443, 1);
        });
        trusted.admit("acme", Trust.TRUSTED, quota(8, "16GiB"));
        expect(trusted, Code.CONFLICTING_HOST_NETWORK);
    }

    @Test
    void ceilingsBindByTrust() {
        expect(container(w -> w.capabilities = Set.of("CAP_NET_RAW")));
        expect(container(w -> w.capabilities = Set.of("CAP_SYS_ADMIN")), Code.CAPABILITIES_EXCEED_CEILING);
        expect(container(w -> w.capabilities = Set.of("CAP_SYS_ADMIN"))
                .admit("acme", Trust.TRUSTED, quota(8, "16GiB")));
        expect(container(w -> w.allow = Set.of("@mount")), Code.SYSCALLS_EXCEED_CEILING);
        expect(container(w -> w.allow = Set.of("@timer")));
        expect(
                container(w -> {
                    w.allow = Set.of("@timer");
                    w.deny = Set.of("@system-service");
                }),
                Code.CONFLICTING_SYSCALLS);
        expect(container(w -> {
            w.allow = Set.of("@system-service");
            w.deny = Set.of("@timer");
        }));
        Fleets odd = fleet();
        odd.ceilings.add(new Ceiling("royal", Set.of(), Set.of(), true, odd.at("platform")));
        expect(odd, Code.UNKNOWN_TRUST);
    }

    @Test
    void userIdsAreBlocksForContainers() {
        expect(
                fleet().tenant(
                                "acme",
                                t -> t.container("a", w -> w.uids = new IntRange(1048576, 1114111))
                                        .container("b", w -> w.uids = new IntRange(1048576, 1114111))),
                Code.UID_RANGES_OVERLAP);
        expect(container(w -> w.uids = new IntRange(1048576, 1048577)), Code.INVALID_UID_RANGE);
        expect(container(w -> w.uids = new IntRange(1048577, 1114112)), Code.INVALID_UID_RANGE);
        expect(container(w -> w.uids = new IntRange(65536, 131071)), Code.UIDS_OUT_OF_RANGE);
    }

    @Test
    void imagesAndExtensionsHaveTheRightForm() {
        expect(container(w -> w.image = Optional.of("disk")), Code.WRONG_IMAGE_FORM);
        expect(machine(w -> w.image = Optional.of("tree")), Code.WRONG_IMAGE_FORM);
        expect(
                container(w -> w.extensions = new Extensions(List.of("x"), List.of()))
                        .extension("x", ExtensionType.CONFEXT),
                Code.WRONG_EXTENSION_TYPE);
        expect(container(w -> w.extensions = new Extensions(List.of("x", "x"), List.of())), Code.DUPLICATE_EXTENSION);
    }

    @Test
    void volumesLieBesideEachOtherAndOffTheSystem() {
        expect(container(w -> w.volume("a", "1GiB", "/a").volume("b", "1GiB", "/a")), Code.VOLUME_MOUNTS_OVERLAP);
        expect(
                container(w ->
                        w.volume("a", "1GiB", "/a").volume("b", "1GiB", "/a/b").volume("c", "1GiB", "/a/c")),
                Code.VOLUME_MOUNTS_OVERLAP,
                Code.VOLUME_MOUNTS_OVERLAP);
        expect(container(w -> w.volume("a", "1GiB", "/a").volume("b", "1GiB", "/a-b")));
        expect(container(w -> w.volume("a", "1GiB", "/usr")), Code.MOUNT_OVER_SYSTEM);
        expect(container(w -> w.volume("a", "1GiB", "/run/x")), Code.MOUNT_OVER_SYSTEM);
        expect(container(w -> w.volume("a", "1GiB", "/usr/local/x")));
    }

    @Test
    void thePlatformIsChecked() {
        Fleets pools = fleet();
        Optional<IntRange> range = Optional.of(new IntRange(1, 70000));
        pools.pools.add(
                new Pool("ports", Optional.empty(), Optional.empty(), Optional.empty(), range, pools.at("platform")));
        pools.pools.add(
                new Pool("uids", Optional.empty(), Optional.empty(), Optional.of(3L), range, pools.at("platform")));
        pools.pools.add(
                new Pool("vlans", Optional.empty(), Optional.empty(), Optional.empty(), range, pools.at("platform")));
        expect(pools, Code.INVALID_POOL, Code.INVALID_POOL, Code.INVALID_POOL);
        expect(fleet().host("node-b", "192.0.2.10"), Code.DUPLICATE_HOST_ADDRESS);
    }

    @Test
    void aThousandTenantsWithOneSubnetAreReportedInNoTime() {
        Fleets fleets = fleet();
        for (int i = 0; i < 900; i++) {
            fleets.tenant("t" + i, t -> t.network("n", "10.64.1.0/24"));
        }
        List<Finding> found = findings(fleets, ClaimPrecedence.NONE, Set.of());
        assertEquals(899, found.size());
        assertTrue(found.stream().allMatch(f -> f.secondary().size() == 1));
    }
}
