package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.explain.NamedBlocks;
import io.bitbuilder.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Blocks as JSON, members sorted by name. */
final class ShownJson {
    private ShownJson() {}

    /** Returns a block: its name, fields, the fields that bbc chose, and the blocks in it by keyword. */
    static Json of(ShownBlock shown) {
        SortedMap<String, Json> allocated = new TreeMap<>();
        SortedMap<String, Json> blocks = new TreeMap<>();
        List<String> defaults = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        Json fields = fields(shown.parts(), allocated, blocks, invalid);
        defaults(shown.parts(), defaults);
        return Json.object()
                .put("allocated", object(allocated))
                .put("blocks", object(blocks))
                .put("builtin", shown.isBuiltin())
                .put("defaults", Json.texts(defaults.stream().sorted().toList()))
                .put("fields", fields)
                .put("invalid", Json.texts(invalid))
                .put("kind", shown.block().kind())
                .put("name", shown.block().name())
                .put("path", NamedBlocks.name(shown.block()))
                .build();
    }

    private static void defaults(List<ShownBlock.Part> parts, List<String> found) {
        for (ShownBlock.Part part : parts) {
            switch (part) {
                case ShownBlock.FieldPart field when field.isDefault() -> found.add(field.path());
                case ShownBlock.NestedPart nested -> defaults(nested.parts(), found);
                default -> {
                    // Written, or a block of its own.
                }
            }
        }
    }

    private static Json fields(
            List<ShownBlock.Part> parts,
            SortedMap<String, Json> allocated,
            SortedMap<String, Json> blocks,
            List<String> invalid) {
        SortedMap<String, Json> fields = new TreeMap<>();
        for (ShownBlock.Part part : parts) {
            switch (part) {
                case ShownBlock.FieldPart field -> {
                    fields.put(field.name(), of(field.value()));
                    field.request()
                            .ifPresent(request -> allocated.put(field.path(), Json.of(ValueFormatter.text(request))));
                    if (field.value() instanceof Value.Error) {
                        invalid.add(field.path());
                    }
                }
                case ShownBlock.NestedPart nested ->
                    fields.put(
                            nested.name(),
                            nested.present() ? fields(nested.parts(), allocated, blocks, invalid) : new Json.Nothing());
                case ShownBlock.BlocksPart inner ->
                    blocks.put(
                            inner.word(),
                            new Json.Elements(
                                    inner.blocks().stream().map(ShownJson::of).toList()));
            }
        }
        return object(fields);
    }

    /** Returns a value: numbers and booleans as such, quantities in the notation of the language. */
    static Json of(Value value) {
        return switch (value) {
            case Value.Scalar(Boolean truth) -> Json.of(truth);
            case Value.Scalar(Long number) -> Json.of(number);
            case Value.Items(var items) ->
                new Json.Elements(items.stream().map(ShownJson::of).toList());
            case Value.Members(var members) ->
                new Json.Elements(members.stream().map(ShownJson::of).toList());
            case Value.Entries(var entries) -> {
                SortedMap<String, Json> members = new TreeMap<>();
                entries.forEach((key, entry) -> members.put(key, of(entry)));
                yield object(members);
            }
            case Value.None none -> new Json.Nothing();
            case Value.Error error -> new Json.Nothing();
            default -> Json.of(ValueFormatter.text(value));
        };
    }

    private static Json object(Map<String, Json> members) {
        Json.Builder object = Json.object();
        members.forEach(object::put);
        return object.build();
    }
}
