package io.bitbuilder.bbc.graph;

import io.bitbuilder.bbc.graph.FleetGraph.Edge;
import io.bitbuilder.bbc.graph.FleetGraph.Group;
import io.bitbuilder.bbc.graph.FleetGraph.Node;
import io.bitbuilder.bbc.graph.FleetGraph.Place;
import java.util.stream.Collectors;

/** Graph as a flowchart of Mermaid (mermaid.js.org). */
final class MermaidText {
    private final StringBuilder out = new StringBuilder("flowchart LR\n");

    private MermaidText() {}

    static String of(FleetGraph graph) {
        MermaidText text = new MermaidText();
        graph.places().forEach(text::place);
        graph.edges().forEach(text::edge);
        return text.out.toString();
    }

    private void place(Place place) {
        line(1, "subgraph " + place.id() + "[" + label(title(place)) + "]");
        place.nodes().forEach(node -> line(2, node(node)));
        for (Group group : place.groups()) {
            line(2, "subgraph " + group.id() + "[" + label("tenant " + group.tenant()) + "]");
            group.nodes().forEach(node -> line(3, node(node)));
            line(2, "end");
        }
        line(1, "end");
    }

    private static String title(Place place) {
        return place.host().map(host -> "host " + host).orElse("without workloads");
    }

    private static String node(Node node) {
        String text = node.label().stream().map(MermaidText::escaped).collect(Collectors.joining("<br>", "\"", "\""));
        return node.id()
                + switch (node.kind()) {
                    case UPLINK -> "([" + text + "])";
                    case NETWORK -> "{{" + text + "}}";
                    case CONTAINER -> "[" + text + "]";
                    case MACHINE -> "[[" + text + "]]";
                };
    }

    private void edge(Edge edge) {
        String text = edge.label().isEmpty() ? "" : "|" + label(edge.label()) + "|";
        String arrow = switch (edge.kind()) {
            case ATTACH -> "---";
            case FORWARD, PUBLISH -> "-->";
            case CONSUME -> "-.->";
            case PEER -> "-.-";
        };
        line(1, edge.from() + " " + arrow + text + " " + edge.to());
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String label(String text) {
        return '"' + escaped(text) + '"';
    }

    /** Returns the text with entity codes for all characters that Mermaid or HTML could read. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) && c < 0x7f || " .,:/_()-".indexOf(c) >= 0
                        ? Character.toString(c)
                        : "#" + c + ";")
                .collect(Collectors.joining());
    }
}
