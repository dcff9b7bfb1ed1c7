package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one document of YAML: no tags, no types, aliases expanded within a budget. */
final class YamlFile {
    /** Values after the expansion of aliases: a file of a few lines can name millions. */
    private static final int VALUES = 100_000;

    /** Characters of these values: ten thousand aliases may name one long string. */
    private static final long CHARACTERS = 8L << 20;

    private static final int DEPTH = 64;
    private static final String TOO_DEEP = "more than " + DEPTH + " levels";
    private static final String MERGE = "<<";

    private final SourceFile file;
    private int values;
    private long characters;

    private YamlFile(SourceFile file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws EnvironmentFault if it is not YAML, has a key twice, or is larger than the budget
     */
    static Item read(SourceFile file) {
        YamlFile reading = new YamlFile(file);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.path())
                .setMaxAliasesForCollections(VALUES)
                .setCodePointLimit(Math.max(1, file.text().length()))
                .build();
        try {
            reading.checkDepth(new Parse(settings).parseString(file.text()));
            return new Compose(settings)
                    .composeString(file.text())
                    .map(node -> reading.item(node, 0))
                    .orElse(new Item.Scalar("", 1));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new EnvironmentFault("`" + file.path() + "` line " + line + ": invalid YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new EnvironmentFault("`" + file.path() + "`: invalid YAML: " + e.getMessage(), e);
        }
    }

    /** Counts brackets by the parser's events: the composer of nodes would call itself for each. */
    private void checkDepth(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEPTH) {
                throw fault(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), TOO_DEEP);
            }
        }
    }

    private Item item(Node node, int depth) {
        int line = line(node);
        characters += node instanceof ScalarNode scalar ? scalar.getValue().length() : 0;
        if (++values > VALUES || characters > CHARACTERS || depth > DEPTH) {
            throw fault(line, depth > DEPTH ? TOO_DEEP : "the aliases name too many values");
        }
        String tag = node.getTag().getValue();
        if (tag.startsWith("!") && tag.length() > 1 && !tag.equals(Tag.ENV_TAG.getValue())) {
            // A tag such as !reset of compose changes what its value means: nothing reads it, so it becomes a comment.
            return new Item.Scalar(tag + (node instanceof ScalarNode of ? " " + of.getValue() : " ..."), line);
        }
        return switch (node) {
            case ScalarNode scalar ->
                isNothing(scalar) ? new Item.Nothing(line) : new Item.Scalar(scalar.getValue(), line);
            case SequenceNode sequence -> {
                List<Item> elements = new ArrayList<>();
                sequence.getValue().forEach(element -> elements.add(item(element, depth + 1)));
                yield new Item.Sequence(elements, line);
            }
            case MappingNode mapping -> mapping(mapping, depth);
            default -> throw fault(line, "unknown value");
        };
    }

    private Item.Mapping mapping(MappingNode node, int depth) {
        SequencedMap<String, Item> entries = new LinkedHashMap<>();
        List<Item> merged = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw fault(line(tuple.getKeyNode()), "the key is not a string");
            }
            Item value = item(tuple.getValueNode(), depth + 1);
            if (key.getValue().equals(MERGE) && key.isPlain()) {
                merged.addAll(value.elements());
            } else if (entries.putIfAbsent(key.getValue(), value) != null) {
                throw fault(line(key), "duplicate key `" + key.getValue() + "`");
            }
        }
        // Keys of the mapping itself win over merged ones, earlier merged ones over later.
        merged.forEach(other -> other.asMap().forEach(entries::putIfAbsent));
        return new Item.Mapping(entries, line(node));
    }

    private static boolean isNothing(ScalarNode scalar) {
        return scalar.isPlain() && List.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private EnvironmentFault fault(int line, String reason) {
        return new EnvironmentFault("`" + file.path() + "` line " + line + ": " + reason);
    }
}
