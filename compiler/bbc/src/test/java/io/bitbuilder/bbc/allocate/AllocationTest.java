package io.bitbuilder.bbc.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Claims;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final SourceFile FILE = new SourceFile("tenants/t/t.bbc", Owner.PLATFORM, "x".repeat(100));
    private static final Span SPAN = new Span(FILE, 0, 1);

    private final Findings findings = new Findings();

    private static <T> T good(Parsed<T> parsed) {
        return parsed.toOptional().orElseThrow();
    }

    private static ClaimPath path(String text) {
        return ClaimPath.parse(text).orElseThrow();
    }

    private static BlockPath block(String text) {
        return BlockPath.parse(text).orElseThrow();
    }

    private static Subnet4 subnet(String text) {
        return good(Subnet4.parse(text));
    }

    private static Inventory site(String subnets, int prefix, HostCapacity... hosts) {
        return new Inventory(
                List.of(hosts),
                Map.of(
                        ResourceKind.SUBNET4, new SlotSpace.Subnets4(subnet(subnets), prefix),
                        ResourceKind.SUBNET6, new SlotSpace.Subnets6(good(Subnet6.parse("fd6c:6263::/32")), 64),
                        ResourceKind.UIDS, new SlotSpace.Blocks(new IntRange(1048576, 1879048191)),
                        ResourceKind.MAC, new SlotSpace.Macs(),
                        ResourceKind.PORT_TCP, new SlotSpace.Numbers("ports", new IntRange(20000, 20009)),
                        ResourceKind.PORT_UDP, new SlotSpace.Numbers("ports", new IntRange(20000, 20009)),
                        ResourceKind.CID, new SlotSpace.Numbers("cids", new IntRange(1024, 2000))),
                List.of(new Inventory.Reserved(new Grant.Range4(subnet("10.0.0.0/30")), "host a")));
    }

    private static Inventory site() {
        return site("10.0.0.0/16", 24, HostCapacity.unlimited("a"));
    }

    /** A tenant with a network, a workload on it and a port. */
    private static Claims tenants(List<String> names) {
        List<PlacementRequest> requests = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (String t : names) {
            requests.add(demand(t, 1000, Optional.empty(), List.of(block(t + "/n"))));
            claims.add(Claim.auto(path(t + "/n/subnet"), Optional.empty(), SPAN));
            claims.add(Claim.auto(path(t + "/w/uids"), Optional.empty(), SPAN));
            claims.add(Claim.auto(path(t + "/w/attach/n/mac"), Optional.empty(), SPAN));
            claims.add(Claim.auto(path(t + "/w/attach/n/ipv4"), Optional.of(block(t + "/n")), SPAN));
            claims.add(Claim.auto(path(t + "/w/publish/tcp/auto/80/host"), Optional.of(block(t + "/w")), SPAN));
        }
        return new Claims(requests, claims, new TreeMap<>());
    }

    private static PlacementRequest demand(String tenant, long cpu, Optional<String> place, List<BlockPath> networks) {
        return new PlacementRequest(block(tenant + "/w"), place, cpu, 1, 1, networks, List.of(), SPAN);
    }

    private Grants allocate(Inventory inventory, Claims claims, Locks locks) {
        return Allocation.allocate(inventory, claims, locks, AllocationMode.FREE, findings);
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
    void orderOfClaimsIsForgotten(
            @ForAll @Size(min = 1, max = 10)
                    Set<@net.jqwik.api.constraints.IntRange(min = 0, max = 99) Integer> tenants,
            @ForAll long seed) {
        Claims claims = tenants(names(tenants));
        List<Claim> shuffled = new ArrayList<>(claims.claims());
        Collections.shuffle(shuffled, new Random(seed));
        List<PlacementRequest> requests = new ArrayList<>(claims.requests());
        Collections.shuffle(requests, new Random(seed));
        assertEquals(
                allocate(site(), claims, Locks.NONE),
                allocate(site(), new Claims(requests, shuffled, new TreeMap<>()), Locks.NONE));
    }

    @Property(tries = 100)
    void newTenantsMoveNothingThatIsLocked(
            @ForAll @Size(min = 1, max = 4) Set<@net.jqwik.api.constraints.IntRange(min = 0, max = 99) Integer> old,
            @ForAll @Size(min = 1, max = 4)
                    Set<@net.jqwik.api.constraints.IntRange(min = 100, max = 199) Integer> added) {
        Inventory inventory = site(
                "10.0.0.0/20",
                24,
                HostCapacity.unlimited("a"),
                HostCapacity.unlimited("b"),
                HostCapacity.unlimited("c"));
        Grants before = allocate(inventory, tenants(names(old)), Locks.NONE);
        List<SourceFile> files = names(old).stream()
                .map(t -> new SourceFile(
                        LockFile.pathOf(t), Owner.PLATFORM, LockFile.render(t, before, Locks.NONE, false)))
                .toList();
        List<String> all = new ArrayList<>(names(old));
        all.addAll(names(added));
        Grants after = allocate(inventory, tenants(all), LockFile.read(files, findings));
        assertEquals(List.of(), codes());
        before.all().forEach((key, grant) -> assertEquals(Optional.of(grant), after.of(key), key.toString()));
    }

    /** The model: a list of slots, walked one by one. */
    @Property(tries = 100)
    void agreesWithANaiveModel(
            @ForAll @Size(max = 12) Set<@net.jqwik.api.constraints.IntRange(min = 0, max = 99) Integer> tenants) {
        Grants grants =
                allocate(site("10.0.0.0/20", 24, HostCapacity.unlimited("a")), tenants(names(tenants)), Locks.NONE);
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
    void whatIsWrittenAndReservedIsAvoided() {
        Claims claims = tenants(List.of("t1", "t2"));
        List<Claim> all = new ArrayList<>(claims.claims());
        all.add(Claim.pinned(path("t3/n/subnet"), Optional.empty(), new Grant.Range4(subnet("10.0.2.0/23")), SPAN));
        Grants grants = allocate(
                site("10.0.0.0/21", 24, HostCapacity.unlimited("a")),
                new Claims(
                        List.of(),
                        all.stream()
                                .filter(c -> c.resource() == ResourceKind.SUBNET4)
                                .toList(),
                        new TreeMap<>()),
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
    void addressesAvoidTheGatewayTheBroadcastAndTheDhcpRange() {
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.pinned(path("t/n/subnet"), Optional.empty(), new Grant.Range4(subnet("10.1.0.0/28")), SPAN));
        for (int i = 0; i < 10; i++) {
            claims.add(Claim.auto(path("t/w" + i + "/attach/n/ipv4"), Optional.of(block("t/n")), SPAN));
        }
        Grants grants = allocate(site(), new Claims(List.of(), claims, new TreeMap<>()), Locks.NONE);
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
    void aFullPoolSaysWhoHoldsIt() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String tenant = i < 7 ? "acme" : "globex";
            claims.add(Claim.auto(
                    path(tenant + "/w/publish/tcp/auto/" + (i + 1) + "/host"),
                    Optional.of(block(tenant + "/w")),
                    SPAN));
        }
        allocate(site(), new Claims(List.of(), claims, new TreeMap<>()), Locks.NONE);
        Finding finding = findings.sorted().getFirst();
        assertEquals(Code.POOL_EXHAUSTED, finding.code());
        assertEquals(
                "pool ports (20000..20009) is exhausted; no value is left for 2 claims, first "
                        + "globex/w/publish/tcp/auto/8/host",
                finding.message());
        assertEquals(Optional.of("it has 10 slots: acme holds 7, globex holds 3"), finding.why());
    }

    @Test
    void aTombstoneKeepsItsSlotUntilItIsCollected() {
        Grants free = allocate(site(), tenants(List.of("t1")), Locks.NONE);
        Grant subnet = free.of(path("t1/n/subnet")).orElseThrow();
        Locks locks = lock("old", "# bbc lock 1, tenant old\ngone old/n/subnet " + subnet + "\n");
        Grants grants = allocate(site(), tenants(List.of("t1")), locks);
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
        Claims claims = tenants(List.of("t"));
        allocate(site(), claims, lock("t", "# bbc lock 1, tenant t\nt/n/subnet 10.9.0.0/24\n"));
        allocate(site(), claims, lock("t", "# bbc lock 1, tenant t\nt/n/subnet 10.0.0.0/24\n"));
        allocate(site(), claims, lock("t", "# bbc lock 1, tenant t\nt/w/attach/n/ipv4 t/n+1\n"));
        allocate(site(), claims, lock("t", "# bbc lock 1, tenant t\nt/w/place gone\n"));
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
        Grants grants = allocate(site(), tenants(List.of("t", "u")), locks);
        assertEquals(List.of(Code.DUPLICATE_LOCKED_SLOT), codes());
        assertEquals(Set.of(path("u/n/subnet")), grants.failed());
    }

    @Test
    void lockedModeNamesWhatHasNoLine() {
        Claims claims = tenants(List.of("t"));
        String text = LockFile.render("t", allocate(site(), claims, Locks.NONE), Locks.NONE, false);
        Allocation.allocate(site(), claims, lock("t", text), AllocationMode.LOCKED, findings);
        assertEquals(List.of(), codes());
        Allocation.allocate(site(), tenants(List.of("t", "u")), lock("t", text), AllocationMode.LOCKED, findings);
        assertEquals(List.of(Code.MISSING_LOCK), codes());
    }

    @Test
    void joinedWorkloadsShareAHost() {
        Inventory inventory =
                site("10.0.0.0/16", 24, new HostCapacity("a", 1000, 9, 9), new HostCapacity("b", 2000, 9, 9));
        PlacementRequest web = new PlacementRequest(
                block("t/web"), Optional.empty(), 1000, 1, 1, List.of(block("t/n")), List.of(), SPAN);
        PlacementRequest db = new PlacementRequest(
                block("t/db"), Optional.empty(), 1000, 1, 1, List.of(block("t/n")), List.of(), SPAN);
        Grants grants = allocate(inventory, new Claims(List.of(web, db), List.of(), new TreeMap<>()), Locks.NONE);
        assertEquals(Optional.of(new Grant.Place("b")), grants.of(path("t/web/place")));
        assertEquals(Optional.of(new Grant.Place("b")), grants.of(path("t/db/place")));
        assertEquals(List.of(), codes());
    }

    @Test
    void aWrittenPortKeepsTwoGroupsApart() {
        Inventory inventory = site("10.0.0.0/16", 24, HostCapacity.unlimited("a"), HostCapacity.unlimited("b"));
        List<PlacementRequest> requests = new ArrayList<>();
        for (String t : List.of("t", "u", "v")) {
            requests.add(new PlacementRequest(
                    block(t + "/w"),
                    Optional.empty(),
                    1,
                    1,
                    1,
                    List.of(),
                    List.of(new PlacementRequest.HostPort(Proto.TCP, 443)),
                    SPAN));
        }
        Grants grants = allocate(inventory, new Claims(requests.subList(0, 2), List.of(), new TreeMap<>()), Locks.NONE);
        assertFalse(grants.of(path("t/w/place")).equals(grants.of(path("u/w/place"))));
        allocate(inventory, new Claims(requests, List.of(), new TreeMap<>()), Locks.NONE);
        assertEquals(List.of(Code.INSUFFICIENT_HOST_CAPACITY), codes());
        assertEquals(
                Optional.of("a already publishes tcp 443; b already publishes tcp 443"),
                findings.sorted().getFirst().why());
    }

    @Test
    void twoPinsInOneGroupAreRefused() {
        Inventory inventory = site("10.0.0.0/16", 24, HostCapacity.unlimited("a"), HostCapacity.unlimited("b"));
        List<PlacementRequest> requests = List.of(
                demand("t", 1, Optional.of("a"), List.of(block("t/n"))),
                demand("u", 1, Optional.of("b"), List.of(block("t/n"))));
        allocate(inventory, new Claims(requests, List.of(), new TreeMap<>()), Locks.NONE);
        assertEquals(List.of(Code.CONFLICTING_PLACES), codes());
    }
}
