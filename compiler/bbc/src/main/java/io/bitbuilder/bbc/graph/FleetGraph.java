package io.bitbuilder.bbc.graph;

import java.util.List;
import java.util.Optional;

/**
 * Graph of a fleet. Everything is sorted by name, so that equal fleets have equal graphs.
 *
 * @param places hosts, and last the networks without workloads, which no host has
 */
record FleetGraph(List<Place> places, List<Edge> edges) {
    /** Copies. */
    FleetGraph {
        places = List.copyOf(places);
        edges = List.copyOf(edges);
    }

    /** Kind of a node. */
    enum NodeKind {
        UPLINK,
        NETWORK,
        CONTAINER,
        MACHINE
    }

    /** Kind of a connection. */
    enum EdgeKind {
        /** A workload has an interface in a network, or the network of its host. */
        ATTACH,
        /** A network sends through the uplink. */
        FORWARD,
        /** A port of the host leads to a workload. */
        PUBLISH,
        /** A network may reach a workload of another tenant. */
        CONSUME,
        /** Two networks are joined: guests of each reach those of the other. */
        PEER
    }

    /**
     * Node.
     *
     * @param id unique; letters, digits and underscores, for all three forms
     * @param label lines of text
     */
    record Node(String id, NodeKind kind, List<String> label) {
        /** Copies. */
        Node {
            label = List.copyOf(label);
        }
    }

    /** Connection between two nodes by id; the label may be empty. */
    record Edge(String from, String to, EdgeKind kind, String label) {}

    /** Networks and workloads of a tenant on one host. */
    record Group(String id, String tenant, List<Node> nodes) {
        /** Copies. */
        Group {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A host with its tenants.
     *
     * @param host its name; empty for networks without workloads
     */
    record Place(String id, Optional<String> host, List<Node> nodes, List<Group> groups) {
        /** Copies. */
        Place {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
        }
    }
}
