package io.bitbuilder.bbc.graph;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Graphs of a fleet in three forms; equal fleets have equal text. */
public final class Graph {
    private static final int SCHEMA = 1;

    private Graph() {}

    /** Returns a flowchart of Mermaid. */
    public static String mermaid(Fleet fleet) {
        return MermaidText.of(GraphReader.of(fleet));
    }

    /** Returns a graph of Graphviz. */
    public static String dot(Fleet fleet) {
        return DotText.of(GraphReader.of(fleet));
    }

    /** Returns nodes and edges as JSON: one document, whose form its member {@code schema} versions. */
    public static String json(Fleet fleet) {
        FleetGraph graph = GraphReader.of(fleet);
        List<Json> nodes = new ArrayList<>();
        for (FleetGraph.Place place : graph.places()) {
            place.nodes().forEach(node -> nodes.add(node(node, place.host(), Optional.empty())));
            place.groups()
                    .forEach(group -> group.nodes()
                            .forEach(node -> nodes.add(node(node, place.host(), Optional.of(group.tenant())))));
        }
        List<Json> edges = graph.edges().stream()
                .<Json>map(edge -> Json.object()
                        .put("from", edge.from())
                        .put("kind", edge.kind().name().toLowerCase(Locale.ROOT))
                        .put("label", edge.label())
                        .put("to", edge.to())
                        .build())
                .toList();
        return JsonText.of(Json.object()
                .put("edges", edges)
                .put("nodes", nodes)
                .put("schema", SCHEMA)
                .build());
    }

    private static Json node(FleetGraph.Node node, Optional<String> host, Optional<String> tenant) {
        return Json.object()
                .put("host", host)
                .put("id", node.id())
                .put("kind", node.kind().name().toLowerCase(Locale.ROOT))
                .put("label", Json.texts(node.label()))
                .put("tenant", tenant)
                .build();
    }
}
