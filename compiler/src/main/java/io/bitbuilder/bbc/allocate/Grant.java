package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.value.Address;
import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.Mac;
import io.bitbuilder.bbc.value.Subnet4;
import io.bitbuilder.bbc.value.Subnet6;

/** What a claim got. {@code toString} is its text in a lock file. */
public sealed interface Grant {
    /** A host by name. */
    record Place(String host) implements Grant {
        @Override
        public String toString() {
            return host;
        }
    }

    /** An IPv4 range. */
    record Range4(Subnet4 subnet) implements Grant {
        @Override
        public String toString() {
            return subnet.toString();
        }
    }

    /** An IPv6 range. */
    record Range6(Subnet6 subnet) implements Grant {
        @Override
        public String toString() {
            return subnet.toString();
        }
    }

    /** User ids. */
    record Numbers(IntRange range) implements Grant {
        @Override
        public String toString() {
            return range.toString();
        }
    }

    /** A port or a vsock address. */
    record Number(long value) implements Grant {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A MAC address. */
    record Hardware(Mac mac) implements Grant {
        @Override
        public String toString() {
            return mac.toString();
        }
    }

    /** An address that was written out. */
    record Fixed(Address address) implements Grant {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** A position in a network, which is named by its path: it outlives a change of the network's range. */
    record Position(BlockPath network, long offset) implements Grant {
        @Override
        public String toString() {
            return network + "+" + offset;
        }
    }
}
