package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Grants of all claims. A claim that failed has a stand-in, so that the rest can be checked.
 *
 * @param all the grant of each claim
 * @param auto claims that were allocated rather than pinned: the lines of lock files
 * @param failed claims whose grant is a stand-in; each has a finding
 */
public record Grants(SortedMap<ClaimPath, Grant> all, SortedSet<ClaimPath> auto, Set<ClaimPath> failed) {
    /** Grants of a program that is not evaluated. */
    public static final Grants NONE = new Grants(new TreeMap<>(), new TreeSet<>(), Set.of());

    /** Copies. */
    public Grants {
        all = new TreeMap<>(all);
        auto = new TreeSet<>(auto);
        failed = Set.copyOf(failed);
    }

    /** Returns the failed claims without a value of their own: their stand-ins are invented. */
    public Set<ClaimPath> placeholders() {
        return failed.stream().filter(auto::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the grant of a claim. */
    public Optional<Grant> of(ClaimPath claim) {
        return Optional.ofNullable(all.get(claim));
    }

    /** Returns the name of the data of a block with such a claim. */
    public DataName data(ClaimPath claim) {
        return of(claim)
                .flatMap(g -> g instanceof Grant.Data(DataName name) ? Optional.of(name) : Optional.empty())
                .orElseGet(() -> Renames.NONE.data(claim));
    }

    /** Returns the address of a claim: as pinned, or its position in the range of its network. */
    public Optional<Address> address(ClaimPath claim) {
        return of(claim).flatMap(grant -> switch (grant) {
            case Grant.PinnedAddress(Address address) -> Optional.of(address);
            case Grant.Position(BlockPath network, long offset) ->
                claim.field() == ClaimField.IPV6 ? at6(network, offset) : at4(network, offset);
            default -> Optional.empty();
        });
    }

    private Optional<Address> at4(BlockPath network, long offset) {
        return of(ClaimPath.of(network, ClaimField.SUBNET))
                .flatMap(g ->
                        g instanceof Grant.Range4(Subnet4 subnet) ? Optional.of(subnet.at(offset)) : Optional.empty());
    }

    private Optional<Address> at6(BlockPath network, long offset) {
        return of(ClaimPath.of(network, ClaimField.SUBNET6))
                .flatMap(g -> g instanceof Grant.Range6(Subnet6 subnet)
                        ? Optional.of(at(subnet.network(), offset))
                        : Optional.empty());
    }

    private static Address6 at(Address6 start, long offset) {
        long low = start.low() + offset;
        long carry = Long.compareUnsigned(low, offset) < 0 ? 1 : 0;
        return new Address6(start.high() + carry, low);
    }
}
