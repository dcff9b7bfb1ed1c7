package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.value.Address;
import io.bitbuilder.bbc.value.Address6;
import io.bitbuilder.bbc.value.Subnet4;
import io.bitbuilder.bbc.value.Subnet6;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What every claim got. Each claim has a grant, those that failed too: a stand-in, so that the rest can be checked.
 *
 * @param all the grant of each claim, by key
 * @param auto keys of claims that were dealt out rather than written: what a lock file holds
 * @param failed keys of claims whose grant is a stand-in; there is a finding for each already
 */
public record Grants(SortedMap<String, Grant> all, SortedSet<String> auto, Set<String> failed) {
    /** Copies. */
    public Grants {
        all = new TreeMap<>(all);
        auto = new TreeSet<>(auto);
        failed = Set.copyOf(failed);
    }

    /** The grant of a claim. */
    public Optional<Grant> of(String key) {
        return Optional.ofNullable(all.get(key));
    }

    /** The address of a claim: as written, or its position in the range that its network was granted. */
    public Optional<Address> address(String key) {
        return of(key).flatMap(grant -> switch (grant) {
            case Grant.Fixed(Address address) -> Optional.of(address);
            case Grant.Position(String network, long offset) ->
                key.endsWith("/ipv6") ? at6(network, offset) : at4(network, offset);
            default -> Optional.empty();
        });
    }

    private Optional<Address> at4(String network, long offset) {
        return of(network + "/subnet").flatMap(g ->
                g instanceof Grant.Range4(Subnet4 subnet) ? Optional.of(subnet.at(offset)) : Optional.empty());
    }

    private Optional<Address> at6(String network, long offset) {
        return of(network + "/subnet6").flatMap(g ->
                g instanceof Grant.Range6(Subnet6 subnet) ? Optional.of(at(subnet.network(), offset)) : Optional.empty());
    }

    private static Address6 at(Address6 start, long offset) {
        long low = start.low() + offset;
        long carry = Long.compareUnsigned(low, offset) < 0 ? 1 : 0;
        return new Address6(start.high() + carry, low);
    }
}
