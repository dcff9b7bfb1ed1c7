package io.bitbuilder.bbc.claim;

import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;

/** Allocated value of a claim. {@code toString} returns its notation in a lock file. */
public sealed interface Grant {
    /** Host by name. */
    record Place(String host) implements Grant {
        @Override
        public String toString() {
            return host;
        }
    }

    /** IPv4 range. */
    record Range4(Subnet4 subnet) implements Grant {
        @Override
        public String toString() {
            return subnet.toString();
        }
    }

    /** IPv6 range. */
    record Range6(Subnet6 subnet) implements Grant {
        @Override
        public String toString() {
            return subnet.toString();
        }
    }

    /** Range of user ids. */
    record NumberRange(IntRange range) implements Grant {
        @Override
        public String toString() {
            return range.toString();
        }
    }

    /** Port or vsock address. */
    record Number(long value) implements Grant {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** MAC address. */
    record MacAddress(Mac mac) implements Grant {
        @Override
        public String toString() {
            return mac.toString();
        }
    }

    /** Pinned address. */
    record PinnedAddress(Address address) implements Grant {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** Name of data on the host. */
    record Data(DataName name) implements Grant {
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** Position in a network: it survives a change of the network's range. */
    record Position(BlockPath network, long offset) implements Grant {
        @Override
        public String toString() {
            return network + "+" + offset;
        }
    }
}
