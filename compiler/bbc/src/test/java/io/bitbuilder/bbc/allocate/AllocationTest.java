package io.bitbuilder.bbc.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestFleet;
import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Claims;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllocationTest {
    /** Host with more room than any test needs; its link is 10.0.0.0/30. */
    private static final String A = host("a", 4096, "10.0.0.1/30");

    private static final String B = host("b", 4096, "192.0.2.2/32");
    private static final String C = host("c", 4096, "192.0.2.3/32");

    private final Findings findings = new Findings();

    private static ClaimPath path(String text) {
        return ClaimPath.parse(text).orElseThrow();
    }

    private static Subnet4 subnet(String text) {
        return Subnet4.parse(text).toOptional().orElseThrow();
    }

    private static String host(String name, int cpu, String address) {
        return "host " + name + " { cpu = " + cpu + "; memory = 64TiB; storage = 1PiB; uplink = \"uplink\"; address = "
                + address + " }";
    }

    /** A platform of hosts and a pool of subnets, with few ports. */
    private static String site(String subnets, String... hosts) {
        return """
                platform p {
                  pool subnets4 { from = %s; prefix = 24 }
                  pool ports { range = 20000..20009 }
                  defaults container { memory { limit = 16MiB } }
                  %s
                }
                """.formatted(subnets, String.join("\n", hosts));
    }

    private static String site() {
        return site("10.0.0.0/16", A);
    }

    /** Tenants with a network, a workload on it and a port. */
    private static String tenants(List<String> names) {
        return names.stream()
                .map(t -> "tenant " + t + " { network n { }; container w { attach n { }; publish tcp auto -> 80 } }\n")
                .collect(Collectors.joining());
    }

    private static Program program(String blocks) {
        TestProgram test = TestFleet.program(blocks);
        Program program = test.program();
        assertEquals("", test.text());
        return program;
    }

    private Grants allocate(String blocks, Locks locks) {
        return allocate(blocks, locks, AllocationMode.FREE);
    }

    private Grants allocate(String blocks, Locks locks, AllocationMode mode) {
        return Allocator.allocate(program(blocks), locks, mode, findings);
    }

    private Locks lock(String tenant, String text) {
        return LockFile.read(List.of(new SourceFile("locks/" + tenant + ".lock", Owner.PLATFORM, text)), findings);
    }

    private List<Code> codes() {
        return findings.sorted().stream().map(Finding::code).toList();
    }

    private static List<String> names(Set<Integer> numbers) {
        return numbers.stream().map(n -> "t" + n).toList();
    }

    @Property(tries = 100)
    void theOrderOfClaimsHasNoEffect(
            @ForAll @Size(min = 1, max = 10) Set<@IntRange(min = 0, max = 99) Integer> tenants, @ForAll long seed) {
        Program program = program(site() + tenants(names(tenants)));
        Inventory inventory = InventoryReader.read(program.platform());
        Claims claims = ClaimReader.read(program);
        List<Claim> shuffled = new ArrayList<>(claims.claims());
        Collections.shuffle(shuffled, new Random(seed));
        List<PlacementRequest> requests = new ArrayList<>(claims.requests());
        Collections.shuffle(requests, new Random(seed));
        assertEquals(7 * tenants.size(), shuffled.size() + requests.size());
        assertEquals(
                Allocation.allocate(inventory, claims, Locks.NONE, AllocationMode.FREE, findings),
                Allocation.allocate(
                        inventory,
                        new Claims(requests, shuffled, Map.of(), List.of()),
                        Locks.NONE,
                        AllocationMode.FREE,
                        findings));
    }

    @Property(tries = 100)
    void newTenantsMoveNoLockedValue(
            @ForAll @Size(min = 1, max = 4) Set<@IntRange(min = 0, max = 99) Integer> old,
            @ForAll @Size(min = 1, max = 4) Set<@IntRange(min = 100, max = 199) Integer> added) {
        String site = site("10.0.0.0/20", A, B, C);
        Grants before = allocate(site + tenants(names(old)), Locks.NONE);
        List<SourceFile> files = names(old).stream()
                .map(t -> new SourceFile(
                        LockFile.pathOf(t), Owner.PLATFORM, LockFile.render(t, before, Locks.NONE, false)))
                .toList();
        List<String> all = new ArrayList<>(names(old));
        all.addAll(names(added));
        Grants after = allocate(site + tenants(all), LockFile.read(files, findings));
        assertEquals(List.of(), codes());
        before.all().forEach((key, grant) -> assertEquals(Optional.of(grant), after.of(key), key.toString()));
    }

    /** The model: a list of slots, walked one by one. */
    @Property(tries = 100)
    void agreesWithANaiveModel(@ForAll @Size(max = 12) Set<@IntRange(min = 0, max = 99) Integer> tenants) {
        Grants grants = allocate(site("10.0.0.0/20", A) + tenants(names(tenants)), Locks.NONE);
        Set<Long> taken = new HashSet<>(Set.of(0L));
        for (String tenant : names(tenants).stream().sorted().toList()) {
            long slot = Long.remainderUnsigned(ProbeSequence.hash(tenant + "/n/subnet"), 16);
            while (!taken.add(slot)) {
                slot = (slot + 1) % 16;
            }
            Subnet4 expected = new Subnet4(new Address4(10 << 24 | (int) slot << 8), 24);
            assertEquals(Optional.of(new Grant.Range4(expected)), grants.of(path(tenant + "/n/subnet")));
        }
    }

    @Test
    void writtenAndReservedRangesAreAvoided() {
        Grants grants = allocate(
                site("10.0.0.0/21", A) + tenants(List.of("t1", "t2"))
                        + "tenant t3 { network n { subnet = 10.0.2.0/23 } }",
                Locks.NONE);
        for (String t : List.of("t1", "t2")) {
            Subnet4 got = grants.of(path(t + "/n/subnet"))
                    .map(g -> ((Grant.Range4) g).subnet())
                    .orElseThrow();
            assertFalse(got.overlaps(subnet("10.0.2.0/23")));
            assertFalse(got.overlaps(subnet("10.0.0.0/30")));
        }
    }

    @Test
    void addressesAvoidTheGatewayTheBroadcastAndTheLastQuarter() {
        String workloads = IntStream.range(0, 10)
                .mapToObj(i -> "container w" + i + " { attach n { } }\n")
                .collect(Collectors.joining());
        Grants grants =
                allocate(site() + "tenant t { network n { subnet = 10.1.0.0/28 }\n" + workloads + "}", Locks.NONE);
        Set<String> got = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            got.add(grants.address(path("t/w" + i + "/attach/n/ipv4"))
                    .orElseThrow()
                    .toString());
        }
        Set<String> expected = new HashSet<>();
        for (int i = 2; i < 12; i++) {
            expected.add("10.1.0." + i);
        }
        assertEquals(expected, got);
        assertEquals(List.of(), codes());
    }

    @Test
    void aFullPoolNamesItsHolders() {
        allocate(
                site("10.0.0.0/16", A, "ceiling standard { claims { share = 100% } }")
                        + "tenant acme { container w { " + ports(1, 7) + " } }\n" + "tenant globex { container w { "
                        + ports(8, 12) + " } }",
                Locks.NONE);
        Finding finding = findings.sorted().getFirst();
        assertEquals(Code.POOL_EXHAUSTED, finding.code());
        assertEquals(
                "pool ports (20000..20009) is exhausted; no value is left for 2 claims, first "
                        + "globex/w/publish/tcp/auto/8/host",
                finding.message());
        assertEquals(Optional.of("it has 10 slots: acme holds 7, globex holds 3"), finding.why());
    }

    private static String ports(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(port -> "publish tcp auto -> " + port)
                .collect(Collectors.joining("; "));
    }

    @Test
    void aTombstoneKeepsItsSlotUntilItIsCollected() {
        Grants free = allocate(site() + tenants(List.of("t1")), Locks.NONE);
        Grant subnet = free.of(path("t1/n/subnet")).orElseThrow();
        Locks locks = lock("old", "# bbc lock 1, tenant old\ngone old/n/subnet " + subnet + "\n");
        Grants grants = allocate(site() + tenants(List.of("t1")), locks);
        assertFalse(grants.of(path("t1/n/subnet")).orElseThrow().equals(subnet));
        assertTrue(LockFile.render("old", grants, locks, false).contains("gone old/n/subnet"));
        assertFalse(LockFile.render("old", grants, locks, true).contains("gone"));
    }

    @Test
    void lockFilesAreReadStrictly() {
        lock("t", "# bbc lock 2, tenant t\n");
        lock("t", "# bbc lock 1, tenant t\nt/n/subnet 10.0.0.1/24\n");
        lock("t", "# bbc lock 1, tenant t\nt/n/subnet 10.0.1.0/24\nt/n/subnet 10.0.2.0/24\n");
        lock("t", "# bbc lock 1, tenant t\nu/n/subnet 10.0.1.0/24\n");
        lock("t", "# bbc lock 1, tenant t\nt/n/colour red\n");
        assertEquals(
                List.of(
                        Code.INVALID_LOCK_FILE,
                        Code.INVALID_LOCK_FILE,
                        Code.DUPLICATE_LOCK,
                        Code.UNKNOWN_LOCK,
                        Code.UNKNOWN_LOCK),
                codes().stream().sorted().toList());
    }

    @Test
    void locksOutsideThePoolReservedOrTwiceAreRefused() {
        String program = site() + tenants(List.of("t"));
        allocate(program, lock("t", "# bbc lock 1, tenant t\nt/n/subnet 10.9.0.0/24\n"));
        allocate(program, lock("t", "# bbc lock 1, tenant t\nt/n/subnet 10.0.0.0/24\n"));
        allocate(program, lock("t", "# bbc lock 1, tenant t\nt/w/attach/n/ipv4 t/n+1\n"));
        allocate(program, lock("t", "# bbc lock 1, tenant t\nt/w/place gone\n"));
        assertEquals(
                List.of(
                        Code.LOCKED_HOST_MISSING,
                        Code.LOCKED_SLOT_UNAVAILABLE,
                        Code.LOCKED_SLOT_UNAVAILABLE,
                        Code.LOCKED_SLOT_UNAVAILABLE),
                codes().stream().sorted().toList());
    }

    @Test
    void twoClaimsLockedToOneSlotAreRefused() {
        Locks locks = LockFile.read(
                List.of(
                        new SourceFile(
                                "locks/t.lock", Owner.PLATFORM, "# bbc lock 1, tenant t\nt/n/subnet 10.0.7.0/24\n"),
                        new SourceFile(
                                "locks/u.lock", Owner.PLATFORM, "# bbc lock 1, tenant u\nu/n/subnet 10.0.7.0/24\n")),
                findings);
        Grants grants = allocate(site() + tenants(List.of("t", "u")), locks);
        assertEquals(List.of(Code.DUPLICATE_LOCKED_SLOT), codes());
        assertEquals(Set.of(path("u/n/subnet")), grants.failed());
    }

    @Test
    void lockedModeReportsMissingLocks() {
        String program = site() + tenants(List.of("t"));
        String text = LockFile.render("t", allocate(program, Locks.NONE), Locks.NONE, false);
        allocate(program, lock("t", text), AllocationMode.LOCKED);
        assertEquals(List.of(), codes());
        allocate(site() + tenants(List.of("t", "u")), lock("t", text), AllocationMode.LOCKED);
        assertEquals(List.of(Code.MISSING_LOCK), codes());
    }

    @Test
    void joinedWorkloadsShareAHost() {
        Grants grants = allocate(
                site("10.0.0.0/16", host("a", 1, "192.0.2.1/32"), host("b", 2, "192.0.2.2/32"))
                        + "tenant t { network n { }; container web { attach n { } }; container db { attach n { } } }",
                Locks.NONE);
        assertEquals(Optional.of(new Grant.Place("b")), grants.of(path("t/web/place")));
        assertEquals(Optional.of(new Grant.Place("b")), grants.of(path("t/db/place")));
        assertEquals(List.of(), codes());
    }

    @Test
    void aWrittenPortKeepsTwoGroupsApart() {
        String site = site("10.0.0.0/16", A, B);
        String two = web("t") + web("u");
        Grants grants = allocate(site + two, Locks.NONE);
        assertFalse(grants.of(path("t/w/place")).equals(grants.of(path("u/w/place"))));
        allocate(site + two + web("v"), Locks.NONE);
        assertEquals(List.of(Code.INSUFFICIENT_HOST_CAPACITY), codes());
        assertEquals(
                Optional.of("a already publishes tcp 443; b already publishes tcp 443"),
                findings.sorted().getFirst().why());
    }

    private static String web(String tenant) {
        return "tenant " + tenant + " { container w { publish tcp 443 -> 80 } }\n";
    }

    @Test
    void twoPinsInOneGroupAreRefused() {
        allocate(site("10.0.0.0/16", A, B) + """
                        tenant t {
                          network n { }
                          container w { place = a; attach n { } }
                          container u { place = b; attach n { } }
                        }
                        """, Locks.NONE);
        assertEquals(List.of(Code.CONFLICTING_PLACES), codes());
    }
}
