package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.Claim;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;

/** Grants of the right form for claims whose pool is invalid; a finding prevents output from them. */
final class Placeholders {
    private static final int TEN = 10 << 24;

    private Placeholders() {}

    /** Returns a stand-in for a claim. */
    static Grant of(Claim claim) {
        return switch (claim.resource()) {
            case PLACE -> new Grant.Place("");
            case SUBNET4 -> new Grant.Range4(new Subnet4(new Address4(TEN), 24));
            case SUBNET6 -> new Grant.Range6(new Subnet6(new Address6(0xfdL << 56, 0), 64));
            case UIDS -> new Grant.NumberRange(new IntRange(0, SlotSpace.Blocks.LENGTH - 1));
            case MAC -> new Grant.MacAddress(new Mac(0x02L << 40));
            case PORT_TCP, PORT_UDP, CID -> new Grant.Number(1);
            case DATA -> throw new IllegalArgumentException(claim.path() + " has no pool");
            case ADDRESS4 -> new Grant.PinnedAddress(new Address4(TEN));
            case ADDRESS6 -> new Grant.PinnedAddress(new Address6(0xfdL << 56, 0));
        };
    }
}
