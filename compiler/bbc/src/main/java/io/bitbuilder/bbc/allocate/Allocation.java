package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Claims;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.PortRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Allocates everything in a fixed order. */
final class Allocation {
    /** Longest prefix with room for a gateway, guests and DHCP; a check reports smaller networks. */
    private static final int LONGEST_PREFIX = 29;

    private static final long MOST_POSITIONS6 = 65536;
    private static final int SHOWN = 5;

    private final Inventory inventory;
    private final Locks locks;
    private final Findings findings;
    private final AllocationLedger ledger = new AllocationLedger();
    private final Map<ResourceKind, List<Claim>> claims;
    private final Map<ResourceKind, List<LockLine>> lines;
    private final PoolShares shares;
    private Map<BlockPath, String> places = Map.of();

    private Allocation(Inventory inventory, Claims claims, Locks locks, Findings findings) {
        this.inventory = inventory;
        this.locks = locks;
        this.findings = findings;
        this.shares = new PoolShares(inventory.limits(), findings);
        this.claims = unique(claims.claims()).stream().collect(Collectors.groupingBy(Claim::resource));
        this.lines = locks.byResource();
    }

    /**
     * Assigns each claim a grant; reports claims that do not fit and, in mode {@code LOCKED}, claims without a lock.
     */
    static Grants allocate(Inventory inventory, Claims claims, Locks locks, AllocationMode mode, Findings findings) {
        Allocation allocation = new Allocation(inventory, claims, locks, findings);
        allocation.place(claims);
        for (ResourceKind resource :
                List.of(ResourceKind.SUBNET4, ResourceKind.SUBNET6, ResourceKind.UIDS, ResourceKind.MAC)) {
            allocation.global(resource);
        }
        for (ResourceKind resource : List.of(ResourceKind.PORT_TCP, ResourceKind.PORT_UDP, ResourceKind.CID)) {
            allocation.onHosts(resource);
        }
        allocation.positions(ResourceKind.ADDRESS4);
        allocation.positions(ResourceKind.ADDRESS6);
        DataNames.allocate(allocation.of(ResourceKind.DATA), locks, allocation.ledger, findings);
        if (mode == AllocationMode.LOCKED) {
            allocation.refuseFresh();
        }
        return allocation.ledger.grants();
    }

    /** Removes duplicate paths: they are duplicate names, which a check reports; the claims fail silently. */
    private List<Claim> unique(List<Claim> all) {
        List<Claim> unique = new ArrayList<>();
        for (Claim claim : all) {
            if (!unique.isEmpty() && unique.getLast().path().equals(claim.path())) {
                ledger.fail(claim.path());
            } else {
                unique.add(claim);
            }
        }
        return unique;
    }

    private void place(Claims claims) {
        Placement.Placed placed = Placement.place(claims, inventory, locks, findings);
        places = placed.places();
        Set<ClaimPath> seen = new HashSet<>();
        for (PlacementRequest request : claims.requests()) {
            Claim claim = Claim.auto(request.claim(), Optional.empty(), request.span());
            Grant grant = new Grant.Place(places.get(request.path()));
            if (placed.failed().contains(request.claim()) || !seen.add(request.claim())) {
                ledger.standIn(claim, grant);
            } else if (request.place().isPresent()) {
                ledger.written(claim, grant);
            } else if (locks.of(request.claim()).isPresent()) {
                ledger.dealt(claim, grant);
            } else {
                ledger.fresh(claim, grant);
            }
        }
    }

    private void global(ResourceKind resource) {
        Optional<SlotSpace> pool = inventory.pool(resource);
        if (pool.isEmpty()) {
            noPool(of(resource));
            return;
        }
        PoolAllocator run = new PoolAllocator(pool.get(), locks, ledger, findings);
        if (resource == ResourceKind.SUBNET4) {
            for (Inventory.Reserved reserved : inventory.reserved()) {
                pool.get().slotsOf(reserved.range()).ifPresent(s -> run.reserve(s, reserved.holder()));
            }
        }
        deal(run, pool.get(), resource, of(resource), lines.getOrDefault(resource, List.of()));
    }

    private void onHosts(ResourceKind resource) {
        Optional<SlotSpace> pool = inventory.pool(resource);
        if (pool.isEmpty()) {
            noPool(of(resource));
            return;
        }
        Map<String, List<LockLine>> locked = lines.getOrDefault(resource, List.of()).stream()
                .collect(Collectors.groupingBy(line -> hostOf(line.path().block())));
        Map<String, List<Claim>> byHost = of(resource).stream()
                .collect(Collectors.groupingBy(
                        claim -> hostOf(claim.path().block()), TreeMap::new, Collectors.toList()));
        byHost.forEach((host, wanted) -> {
            PoolAllocator run = new PoolAllocator(pool.get(), locks, ledger, findings);
            if (resource != ResourceKind.CID) {
                reservePorts(host, pool.get(), run);
            }
            deal(run, pool.get(), resource, wanted, locked.getOrDefault(host, List.of()));
        });
    }

    /** Allocates what tenants may hold; claims above their limits get stand-ins. */
    private void deal(
            PoolAllocator run, SlotSpace pool, ResourceKind resource, List<Claim> wanted, List<LockLine> locked) {
        Set<ClaimPath> excess = shares.excess(pool, resource, wanted, locked);
        wanted.stream()
                .filter(claim -> excess.contains(claim.path()))
                .forEach(claim -> ledger.standIn(claim, claim.pinned().orElseGet(() -> Placeholders.of(claim))));
        run.deal(
                wanted.stream().filter(claim -> !excess.contains(claim.path())).toList(),
                locked.stream().filter(line -> !excess.contains(line.path())).toList());
    }

    private void reservePorts(String host, SlotSpace pool, PoolAllocator run) {
        for (PortRange range : inventory.reservedPorts().getOrDefault(host, List.of())) {
            pool.slotsOf(new Grant.NumberRange(range.numbers()))
                    .ifPresent(slots -> run.reserve(slots, "services of host " + host));
        }
    }

    private String hostOf(BlockPath workload) {
        return Optional.ofNullable(places.get(workload))
                .or(() -> locks.placeOf(workload))
                .orElse("");
    }

    private void positions(ResourceKind resource) {
        Map<BlockPath, List<LockLine>> locked = lines.getOrDefault(resource, List.of()).stream()
                .filter(line -> line.grant() instanceof Grant.Position)
                .collect(Collectors.groupingBy(line -> ((Grant.Position) line.grant()).network()));
        Map<BlockPath, List<Claim>> byNetwork = of(resource).stream()
                .collect(
                        Collectors.groupingBy(claim -> claim.scope().orElseThrow(), TreeMap::new, Collectors.toList()));
        byNetwork.forEach((network, wanted) -> {
            ClaimPath key =
                    ClaimPath.of(network, resource == ResourceKind.ADDRESS4 ? ClaimField.SUBNET : ClaimField.SUBNET6);
            Optional<Grant> range = ledger.of(key);
            if (ledger.isFailed(key)) {
                ledger.silence(network);
            }
            List<LockLine> here = locked.getOrDefault(network, List.of());
            if (range.isPresent() && range.get() instanceof Grant.Range4(Subnet4 subnet)) {
                in4(network, subnet, wanted, here);
            } else if (range.isPresent() && range.get() instanceof Grant.Range6(Subnet6 subnet)) {
                in6(network, subnet, wanted, here);
            } else {
                wanted.forEach(claim -> ledger.standIn(claim, Placeholders.of(claim)));
            }
        });
    }

    private void in4(BlockPath network, Subnet4 subnet, List<Claim> wanted, List<LockLine> here) {
        if (subnet.prefix() > LONGEST_PREFIX) {
            ledger.silence(network);
        }
        SlotSpace space = new SlotSpace.Positions(network, subnet.size());
        PoolAllocator run = new PoolAllocator(space, locks, ledger, findings);
        run.reserve(new IntRange(0, 0), "the network address");
        run.reserve(new IntRange(1, 1), "the gateway address");
        run.reserve(new IntRange(subnet.size() - 1, subnet.size() - 1), "the broadcast address");
        run.reserve(Network.pinnedPositions(subnet), "the last quarter, which is for pinned addresses");
        run.deal(wanted.stream().map(claim -> relative(claim, subnet)).toList(), here);
    }

    private void in6(BlockPath network, Subnet6 subnet, List<Claim> wanted, List<LockLine> here) {
        int bits = 128 - subnet.prefix();
        SlotSpace space = new SlotSpace.Positions(network, bits >= 16 ? MOST_POSITIONS6 : 1L << bits);
        PoolAllocator run = new PoolAllocator(space, locks, ledger, findings);
        run.reserve(new IntRange(0, 0), "the network address");
        run.reserve(new IntRange(1, 1), "the gateway address");
        run.deal(wanted.stream().map(claim -> relative(claim, subnet)).toList(), here);
    }

    /** Converts a pinned address to a position if it is in the network. */
    private static Claim relative(Claim claim, Subnet4 subnet) {
        if (claim.pinned().isPresent()
                && claim.pinned().get() instanceof Grant.PinnedAddress(Address address)
                && address instanceof Address4 a
                && subnet.contains(a)) {
            return at(
                    claim,
                    Integer.toUnsignedLong(a.bits())
                            - Integer.toUnsignedLong(subnet.first().bits()));
        }
        return claim;
    }

    private static Claim relative(Claim claim, Subnet6 subnet) {
        if (claim.pinned().isPresent()
                && claim.pinned().get() instanceof Grant.PinnedAddress(Address address)
                && address instanceof Address6 a
                && a.high() == subnet.network().high()
                && subnet.contains(a)) {
            return at(claim, a.low() - subnet.network().low());
        }
        return claim;
    }

    private static Claim at(Claim claim, long offset) {
        Grant position = new Grant.Position(claim.scope().orElseThrow(), offset);
        return Claim.pinned(claim.path(), claim.scope(), position, claim.span());
    }

    private List<Claim> of(ResourceKind resource) {
        return claims.getOrDefault(resource, List.of());
    }

    /** A check reports the invalid pool: pinned claims keep their values, the others get stand-ins. */
    private void noPool(List<Claim> wanted) {
        for (Claim claim : wanted) {
            claim.pinned()
                    .ifPresentOrElse(
                            grant -> ledger.written(claim, grant), () -> ledger.standIn(claim, Placeholders.of(claim)));
        }
    }

    private void refuseFresh() {
        Map<String, List<Claim>> byTenant = ledger.fresh().stream()
                .sorted()
                .collect(Collectors.groupingBy(Claim::tenant, TreeMap::new, Collectors.toList()));
        byTenant.forEach((tenant, fresh) -> {
            Claim first = fresh.getFirst();
            String some =
                    fresh.stream().limit(SHOWN).map(c -> c.path().toString()).collect(Collectors.joining(", "));
            findings.add(Finding.of(
                            Code.MISSING_LOCK,
                            first.span(),
                            "missing " + (fresh.size() == 1 ? "line" : fresh.size() + " lines") + " in "
                                    + LockFile.pathOf(tenant) + ": " + some + (fresh.size() > SHOWN ? " and more" : ""))
                    .why("with `--locked` nothing is allocated, so that exactly the reviewed values are compiled")
                    .fix("run `bbc lock` and commit " + LockFile.pathOf(tenant)));
        });
    }
}
