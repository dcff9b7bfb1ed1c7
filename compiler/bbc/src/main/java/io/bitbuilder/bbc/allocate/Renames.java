package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.fleet.DataName;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Former names of blocks, by {@code was}. A renamed block keeps what was allocated to it and its data: its lines in a
 * lock file, the start of its search for free slots, and its names of data are those of the former name.
 *
 * @param tenants from the former name to the present one
 * @param blocks the same of networks and workloads
 * @param members the same of interfaces and volumes
 * @param hosts the same of hosts
 */
public record Renames(
        TwoWays<String> tenants, TwoWays<BlockPath> blocks, TwoWays<Member> members, TwoWays<String> hosts) {
    /** No renames. */
    public static final Renames NONE = new Renames(new TwoWays<>(), new TwoWays<>(), new TwoWays<>(), new TwoWays<>());

    /** Interface or volume of a workload. */
    public record Member(BlockPath workload, String printed) implements Comparable<Member> {
        @Override
        public int compareTo(Member other) {
            int order = workload.compareTo(other.workload);
            return order != 0 ? order : printed.compareTo(other.printed);
        }
    }

    /** Names in both directions. Paths have the present names of the blocks around them. */
    public static final class TwoWays<T extends Comparable<T>> {
        private final SortedMap<T, T> current = new TreeMap<>();
        private final SortedMap<T, T> former = new TreeMap<>();

        /** The first of two blocks keeps a former name; a check reports the other. */
        void put(T was, T is) {
            if (current.putIfAbsent(was, is) == null) {
                former.put(is, was);
            }
        }

        T current(T was) {
            return current.getOrDefault(was, was);
        }

        T former(T is) {
            return former.getOrDefault(is, is);
        }
    }

    /** Returns whether nothing is renamed. */
    public boolean isEmpty() {
        return tenants.current.isEmpty()
                && blocks.current.isEmpty()
                && members.current.isEmpty()
                && hosts.current.isEmpty();
    }

    /** Returns the present name of a host. */
    public String currentHost(String was) {
        return hosts.current(was);
    }

    /** Returns the former name of a host. */
    String formerHost(String is) {
        return hosts.former(is);
    }

    /** Returns the present path of a claim. */
    public ClaimPath current(ClaimPath was) {
        BlockPath block = current(was.block());
        return new ClaimPath(block, was.member().map(m -> member(block, m, members::current)), was.field());
    }

    /** Returns the former path of a claim. */
    ClaimPath former(ClaimPath is) {
        return new ClaimPath(
                former(is.block()), is.member().map(m -> member(is.block(), m, members::former)), is.field());
    }

    /** Returns the former path of a network or workload. */
    BlockPath former(BlockPath is) {
        BlockPath named = blocks.former(is);
        return new BlockPath(tenants.former(named.tenant()), named.name());
    }

    /** Returns the name of data that a claim for one gets: that of the block which it was. */
    DataName data(ClaimPath claim) {
        ClaimPath was = former(claim);
        Optional<String> volume = was.member()
                .flatMap(m -> m instanceof ClaimMember.Volume(String name) ? Optional.of(name) : Optional.empty());
        return new DataName(was.tenant(), was.block().name(), volume);
    }

    private BlockPath current(BlockPath was) {
        return blocks.current(new BlockPath(tenants.current(was.tenant()), was.name()));
    }

    private static ClaimMember member(BlockPath workload, ClaimMember member, UnaryOperator<Member> way) {
        return switch (member) {
            case ClaimMember.Publish publish -> publish;
            case ClaimMember.Attachment a -> {
                Member other = way.apply(new Member(workload, a.toString()));
                yield new ClaimMember.Attachment(name(other));
            }
            case ClaimMember.Volume v -> {
                Member other = way.apply(new Member(workload, v.toString()));
                yield new ClaimMember.Volume(name(other));
            }
        };
    }

    private static String name(Member member) {
        return member.printed.substring(member.printed.indexOf('/') + 1);
    }

    /** Returns a granted value with present names. */
    public Grant current(Grant grant) {
        return switch (grant) {
            case Grant.Place(String host) -> new Grant.Place(hosts.current(host));
            case Grant.Position(BlockPath network, long offset) -> new Grant.Position(current(network), offset);
            default -> grant;
        };
    }
}
