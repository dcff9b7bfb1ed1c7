package io.bitbuilder.bbc.graph;

import io.bitbuilder.bbc.graph.FleetGraph.Edge;
import io.bitbuilder.bbc.graph.FleetGraph.Group;
import io.bitbuilder.bbc.graph.FleetGraph.Node;
import io.bitbuilder.bbc.graph.FleetGraph.Place;
import java.util.Locale;
import java.util.stream.Collectors;

/** Graph in the language of Graphviz (graphviz.org). */
final class DotText {
    private final StringBuilder out = new StringBuilder();

    private DotText() {}

    static String of(FleetGraph graph) {
        DotText text = new DotText();
        text.line(0, "digraph fleet {");
        text.line(1, "rankdir=LR");
        text.line(1, "node [shape=box]");
        graph.places().forEach(text::place);
        graph.edges().forEach(text::edge);
        text.line(0, "}");
        return text.out.toString();
    }

    private void place(Place place) {
        line(1, "subgraph cluster_" + place.id() + " {");
        line(2, "label=" + quoted(place.host().map(host -> "host " + host).orElse("without workloads")));
        place.nodes().forEach(node -> node(2, node));
        for (Group group : place.groups()) {
            line(2, "subgraph cluster_" + group.id() + " {");
            line(3, "label=" + quoted("tenant " + group.tenant()));
            group.nodes().forEach(node -> node(3, node));
            line(2, "}");
        }
        line(1, "}");
    }

    private void node(int depth, Node node) {
        String shape = switch (node.kind()) {
            case UPLINK -> "oval";
            case NETWORK -> "hexagon";
            case CONTAINER -> "box";
            case MACHINE -> "box3d";
        };
        String label = node.label().stream().map(DotText::escaped).collect(Collectors.joining("\\n", "\"", "\""));
        line(depth, node.id() + " [shape=" + shape + ", label=" + label + "]");
    }

    private void edge(Edge edge) {
        String style = switch (edge.kind()) {
            case ATTACH -> ", dir=none";
            case FORWARD, PUBLISH -> "";
            case CONSUME -> ", style=dashed";
            case PEER -> ", style=dashed, dir=none";
        };
        line(1, edge.from() + " -> " + edge.to() + " [label=" + quoted(edge.label()) + style + "]");
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** Returns the text of a quoted string: others than printable ASCII as entities of HTML, which Graphviz reads. */
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + Character.toString(c)
                        : c == '&' || c < ' ' || c > '~'
                                ? String.format(Locale.ROOT, "&#%d;", c)
                                : Character.toString(c))
                .collect(Collectors.joining());
    }
}
