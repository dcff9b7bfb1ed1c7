package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.scalar.NetworkName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the pairs of networks of a program that name each other as peers. */
final class PeerReader {
    private record Statement(BlockPath network, BlockPath peer) {}

    private PeerReader() {}

    /** Returns the networks that each one is joined with. */
    static Map<BlockPath, List<BlockPath>> peers(Program program) {
        Set<Statement> stated = new HashSet<>();
        for (Block tenant : program.tenants()) {
            for (Block network : tenant.blocks("network")) {
                BlockPath path = new BlockPath(tenant.name(), network.name());
                network.blocks("peer")
                        .forEach(peer -> peer.plan("network", NetworkName.class)
                                .ifPresent(other -> stated.add(
                                        new Statement(path, new BlockPath(other.tenant(), other.network())))));
            }
        }
        Map<BlockPath, List<BlockPath>> peers = new TreeMap<>();
        stated.stream()
                .filter(s -> stated.contains(new Statement(s.peer(), s.network())))
                .forEach(s -> peers.computeIfAbsent(s.network(), n -> new ArrayList<>())
                        .add(s.peer()));
        return peers;
    }

    /** Returns the networks that are joined, directly or through others, each set sorted. */
    static List<SortedSet<BlockPath>> joined(Map<BlockPath, List<BlockPath>> peers) {
        List<SortedSet<BlockPath>> sets = new ArrayList<>();
        Set<BlockPath> seen = new HashSet<>();
        for (BlockPath first : peers.keySet()) {
            SortedSet<BlockPath> set = new TreeSet<>();
            Deque<BlockPath> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                BlockPath next = open.pop();
                if (seen.add(next)) {
                    set.add(next);
                    open.addAll(peers.get(next));
                }
            }
            if (!set.isEmpty()) {
                sets.add(set);
            }
        }
        return sets;
    }
}
