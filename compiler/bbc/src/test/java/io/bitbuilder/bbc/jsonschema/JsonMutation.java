package io.bitbuilder.bbc.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One random change of a document: a member is removed, renamed, added, or has another value. */
final class JsonMutation {
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final List<JsonNode> VALUES = List.of(
            NEW.nullNode(),
            NEW.booleanNode(true),
            NEW.numberNode(0),
            NEW.numberNode(1),
            NEW.numberNode(-1),
            NEW.numberNode(1.5),
            NEW.numberNode(300_000_000L),
            NEW.textNode(""),
            NEW.textNode("host"),
            NEW.textNode("1GB"),
            NEW.textNode("99999999999999999999"),
            NEW.textNode("a b"),
            NEW.textNode("02:00:5e:10:00"),
            NEW.textNode("CAP_SYS_ADMINS"),
            NEW.objectNode(),
            NEW.arrayNode(),
            NEW.arrayNode().add("@no-such-group").add(""),
            NEW.arrayNode().add(7));

    private JsonMutation() {}

    /** Changes the document in place. */
    static void apply(ObjectNode root, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        String key = keys.isEmpty() ? "extra" : keys.get(random.nextInt(keys.size()));
        JsonNode value = VALUES.get(random.nextInt(VALUES.size())).deepCopy();
        switch (random.nextInt(6)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(key + "s", value);
            case 2 -> {
                if (object.get(key) instanceof ArrayNode array) {
                    array.add(value);
                } else {
                    object.set(key, value);
                }
            }
            default -> object.set(key, value);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
