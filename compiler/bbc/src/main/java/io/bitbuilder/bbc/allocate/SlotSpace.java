package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import java.math.BigInteger;
import java.util.Optional;

/** Pool as a sequence of slots: converts slots to grants, and grants to the slots that they overlap. */
sealed interface SlotSpace {
    /** Maximum number of slots in a pool; larger pools use their first part. */
    long MOST = 1L << 62;

    /** Returns the number of slots. */
    long size();

    /** Returns the grant of a slot. */
    Grant at(long slot);

    /** Returns the existing slots that a grant overlaps; empty when it is outside. */
    Optional<IntRange> slotsOf(Grant grant);

    /** Returns the name for messages: {@code pool ports (20000..29999)}. */
    String describe();

    /** Returns whether the grant is exactly one slot, as {@code auto} grants it. */
    default boolean holds(Grant grant) {
        return slotsOf(grant)
                .filter(s -> s.size() == 1 && at(s.first()).equals(grant))
                .isPresent();
    }

    private static Optional<IntRange> cut(long first, long last, long size) {
        long from = Math.max(0, first);
        long to = Math.min(size - 1, last);
        return from > to ? Optional.empty() : Optional.of(new IntRange(from, to));
    }

    /** Subnets of one length within a range. */
    record Subnets4(Subnet4 from, int prefix) implements SlotSpace {
        @Override
        public long size() {
            return prefix < from.prefix() || prefix > 32 ? 0 : 1L << (prefix - from.prefix());
        }

        @Override
        public Grant at(long slot) {
            return new Grant.Range4(new Subnet4(from.at(slot << (32 - prefix)), prefix));
        }

        @Override
        public Optional<IntRange> slotsOf(Grant grant) {
            return grant instanceof Grant.Range4(Subnet4 s) && s.overlaps(from)
                    ? cut(slot(s.first()), slot(s.last()), size())
                    : Optional.empty();
        }

        private long slot(Address4 address) {
            long distance = Integer.toUnsignedLong(address.bits())
                    - Integer.toUnsignedLong(from.first().bits());
            return distance >> (32 - prefix);
        }

        @Override
        public String describe() {
            return "pool subnets4 (/" + prefix + " subnets of " + from + ")";
        }
    }

    /** Subnets of one length within a range; the first 2^62 of huge pools. */
    record Subnets6(Subnet6 from, int prefix) implements SlotSpace {
        @Override
        public long size() {
            int bits = prefix - from.prefix();
            return bits < 0 || prefix > 128 ? 0 : bits >= 62 ? MOST : 1L << bits;
        }

        @Override
        public Grant at(long slot) {
            BigInteger network =
                    number(from.network()).add(BigInteger.valueOf(slot).shiftLeft(128 - prefix));
            return new Grant.Range6(
                    new Subnet6(new Address6(network.shiftRight(64).longValue(), network.longValue()), prefix));
        }

        @Override
        public Optional<IntRange> slotsOf(Grant grant) {
            return grant instanceof Grant.Range6(Subnet6 s) && s.overlaps(from)
                    ? cut(slot(s.network()), slot(s.last()), size())
                    : Optional.empty();
        }

        private long slot(Address6 address) {
            BigInteger slot = number(address).subtract(number(from.network())).shiftRight(128 - prefix);
            BigInteger limit = BigInteger.valueOf(MOST);
            return slot.compareTo(limit) > 0 ? MOST : slot.compareTo(limit.negate()) < 0 ? -MOST : slot.longValue();
        }

        private static BigInteger number(Address6 address) {
            return unsigned(address.high()).shiftLeft(64).add(unsigned(address.low()));
        }

        private static BigInteger unsigned(long bits) {
            return new BigInteger(Long.toUnsignedString(bits));
        }

        @Override
        public String describe() {
            return "pool subnets6 (/" + prefix + " subnets of " + from + ")";
        }
    }

    /** Single numbers. */
    record Numbers(String name, IntRange range) implements SlotSpace {
        @Override
        public long size() {
            return range.size();
        }

        @Override
        public Grant at(long slot) {
            return new Grant.Number(range.first() + slot);
        }

        @Override
        public Optional<IntRange> slotsOf(Grant grant) {
            return switch (grant) {
                case Grant.Number(long n) -> cut(n - range.first(), n - range.first(), size());
                case Grant.NumberRange(IntRange r) -> cut(r.first() - range.first(), r.last() - range.first(), size());
                default -> Optional.empty();
            };
        }

        @Override
        public String describe() {
            return "pool " + name + " (" + range + ")";
        }
    }

    /** Blocks of 65536 user ids, aligned to their size. */
    record Blocks(IntRange range) implements SlotSpace {
        /** Number of ids in a block: all 16-bit numbers. */
        static final long LENGTH = 65536;

        private long base() {
            return (range.first() + LENGTH - 1) / LENGTH * LENGTH;
        }

        @Override
        public long size() {
            return Math.max(0, (range.last() + 1 - base()) / LENGTH);
        }

        @Override
        public Grant at(long slot) {
            long first = base() + slot * LENGTH;
            return new Grant.NumberRange(new IntRange(first, first + LENGTH - 1));
        }

        @Override
        public Optional<IntRange> slotsOf(Grant grant) {
            return grant instanceof Grant.NumberRange(IntRange r)
                    ? cut(Math.floorDiv(r.first() - base(), LENGTH), Math.floorDiv(r.last() - base(), LENGTH), size())
                    : Optional.empty();
        }

        @Override
        public String describe() {
            return "pool uids (blocks of " + LENGTH + " in " + range + ")";
        }
    }

    /** Locally administered unicast addresses that start with 02 (IEEE 802c). */
    record Macs() implements SlotSpace {
        private static final long PREFIX = 0x02L << 40;

        @Override
        public long size() {
            return 1L << 40;
        }

        @Override
        public Grant at(long slot) {
            return new Grant.MacAddress(new Mac(PREFIX | slot));
        }

        @Override
        public Optional<IntRange> slotsOf(Grant grant) {
            return grant instanceof Grant.MacAddress(Mac mac) && mac.bits() >>> 40 == 2
                    ? Optional.of(new IntRange(mac.bits() & (size() - 1), mac.bits() & (size() - 1)))
                    : Optional.empty();
        }

        @Override
        public String describe() {
            return "the range of MAC addresses that begin with 02";
        }
    }

    /** Positions in a network, from 0, the network's own address. */
    record Positions(BlockPath network, long size) implements SlotSpace {
        @Override
        public Grant at(long slot) {
            return new Grant.Position(network, slot);
        }

        @Override
        public Optional<IntRange> slotsOf(Grant grant) {
            return grant instanceof Grant.Position(BlockPath of, long offset) && of.equals(network)
                    ? cut(offset, offset, size)
                    : Optional.empty();
        }

        @Override
        public String describe() {
            return "network " + network + " (" + size + " addresses)";
        }
    }
}
