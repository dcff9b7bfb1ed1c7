package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.PlacementRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Search for hosts of groups, one after another, each on its first preferred host that lacks nothing. A group without
 * such a host takes the next one of the group before it, as long as the search has not considered too many hosts.
 */
final class PlacementSearch {
    /** Hosts that are considered after the first group without a host: a count, so that each machine ends alike. */
    static final long MOST_CONSIDERED = 500_000;

    private final HostLoads loads;
    private final Function<List<PlacementRequest>, List<HostCapacity>> preferred;
    private long considered;

    /**
     * Starts with the present loads.
     *
     * @param preferred all hosts in the order in which a group prefers them, by the present loads
     */
    PlacementSearch(HostLoads loads, Function<List<PlacementRequest>, List<HostCapacity>> preferred) {
        this.loads = loads;
        this.preferred = preferred;
    }

    /** Result of a search; {@code ENDED} if neither hosts nor the absence of hosts was found within the bound. */
    enum Outcome {
        FOUND,
        NONE,
        ENDED
    }

    /** Host of a group, by its number among the preferred ones, and what it had in use before. */
    private record Step(int number, HostCapacity before) {}

    /** Gives all groups hosts, or leaves the loads as they were. */
    Outcome place(List<List<PlacementRequest>> groups, long mostConsidered) {
        Deque<Step> steps = new ArrayDeque<>();
        int from = 0;
        boolean backtracked = false;
        while (steps.size() < groups.size()) {
            List<PlacementRequest> group = groups.get(steps.size());
            List<HostCapacity> hosts = preferred.apply(group);
            int number = next(hosts, group, from);
            considered += backtracked ? hosts.size() : 0;
            if (number < hosts.size()) {
                steps.push(
                        new Step(number, loads.settle(group, hosts.get(number).name())));
                from = 0;
                continue;
            }
            backtracked = true;
            if (steps.isEmpty()) {
                return Outcome.NONE;
            }
            if (considered >= mostConsidered) {
                while (!steps.isEmpty()) {
                    remove(groups, steps);
                }
                return Outcome.ENDED;
            }
            from = remove(groups, steps) + 1;
        }
        return Outcome.FOUND;
    }

    /** Takes its host from the last group, and returns the number of that host. */
    private int remove(List<List<PlacementRequest>> groups, Deque<Step> steps) {
        Step last = steps.pop();
        loads.remove(groups.get(steps.size()), last.before());
        return last.number();
    }

    private int next(List<HostCapacity> hosts, List<PlacementRequest> group, int from) {
        int number = from;
        while (number < hosts.size()
                && !loads.lacks(hosts.get(number), group).reasons().isEmpty()) {
            number++;
        }
        return number;
    }
}
