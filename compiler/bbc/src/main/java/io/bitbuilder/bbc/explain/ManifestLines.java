package io.bitbuilder.bbc.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subject of a line of a manifest in JSON: the block that its objects name, and the field of that block that has the
 * member's name, if there is one.
 */
final class ManifestLines {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final BlockIndex blocks;
    private final FieldAccounts fields;
    private final Map<String, Map<Integer, String>> pointers = new HashMap<>();

    ManifestLines(BlockIndex blocks, FieldAccounts fields) {
        this.blocks = blocks;
        this.fields = fields;
    }

    /** Returns a block as the source of a line. */
    LineSource block(Block block) {
        return new LineSource.OfBlock(block.kind(), BlockIndex.name(block), block.span());
    }

    LineSource of(OutputLine line, Optional<Json.Members> root, List<String> text) {
        String pointer = pointers.computeIfAbsent(line.path(), p -> read(String.join("\n", text)))
                .getOrDefault(line.line(), "");
        Block block = base(line.path());
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        Optional<Json> here = root.map(r -> r);
        for (String step : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/"))) {
            if (here.isPresent() && here.get() instanceof Json.Members members) {
                block = named(block, members);
            }
            here = here.flatMap(h -> into(h, step));
        }
        if (here.isPresent() && here.get() instanceof Json.Members members) {
            block = named(block, members);
        }
        boolean field = block.declared(member).isPresent() && !pointer.equals("/" + member + "/" + member);
        return field
                ? new LineSource.OfField(fields.of(new Subject(block.kind(), block.path(), member)))
                : block(block);
    }

    /** Returns the block that a whole manifest is of: a tenant, a host, or the platform. */
    private Block base(String path) {
        String[] parts = path.split("/");
        Block platform = blocks.roots().get(BlockIndex.PLATFORM);
        return switch (parts[0]) {
            case "tenants" -> blocks.roots().get(parts[1]);
            case "hosts" -> platform.block("host", parts[1]).orElse(platform);
            default -> platform;
        };
    }

    /** Returns the block that an object names by its members, seen from the block that the object around it names. */
    private Block named(Block outer, Json.Members object) {
        Map<String, Json> members = object.members();
        Block block = text(members, "tenant")
                .flatMap(t -> Optional.ofNullable(blocks.roots().get(t)))
                .orElse(outer);
        for (String word : List.of("workload", "attachment", "volume", "network")) {
            Optional<String> name = text(members, word);
            if (name.isPresent()) {
                String label = switch (word) {
                    case "attachment" -> "attach." + name.get();
                    case "volume" -> "volume." + name.get();
                    default -> name.get();
                };
                return Optional.ofNullable(blocks.children(block).get(label)).orElse(block);
            }
        }
        return block;
    }

    private static Optional<String> text(Map<String, Json> members, String name) {
        return members.get(name) instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Json> into(Json value, String step) {
        return switch (value) {
            case Json.Members(var members) -> Optional.ofNullable(members.get(step));
            case Json.Elements(var elements) -> Optional.of(elements.get(Integer.parseInt(step)));
            default -> Optional.empty();
        };
    }

    /** Returns the JSON pointer of the first value that begins or ends in each line. */
    private static Map<Integer, String> read(String text) {
        Map<Integer, String> byLine = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                byLine.putIfAbsent(
                        parser.currentTokenLocation().getLineNr(),
                        parser.getParsingContext().pathAsPointer().toString());
            }
        } catch (IOException e) {
            throw new InternalFault("a manifest is not JSON", e);
        }
        return byLine;
    }
}
