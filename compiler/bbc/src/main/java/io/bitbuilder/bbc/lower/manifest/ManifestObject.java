package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.artefact.ManifestOrigins;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builder of an object in a manifest: its members in order, and their origins. */
final class ManifestObject {
    private final Origin self;
    private final Json.Builder json = Json.object();
    private final Map<String, Origin> members = new HashMap<>();
    private final Map<String, ManifestOrigins> objects = new HashMap<>();
    private final Map<String, List<ManifestOrigins>> arrays = new HashMap<>();

    private ManifestObject(Origin self) {
        this.self = self;
    }

    /** Starts an object whose members follow from a block, unless they have another origin. */
    static ManifestObject of(Origin self) {
        return new ManifestObject(self);
    }

    ManifestObject put(String name, Json value) {
        json.put(name, value);
        return this;
    }

    ManifestObject put(String name, String value) {
        return put(name, Json.of(value));
    }

    ManifestObject put(String name, Json value, Origin origin) {
        members.put(name, origin);
        return put(name, value);
    }

    ManifestObject put(String name, String value, Origin origin) {
        return put(name, Json.of(value), origin);
    }

    ManifestObject put(String name, long value, Origin origin) {
        return put(name, Json.of(value), origin);
    }

    ManifestObject put(String name, boolean value, Origin origin) {
        return put(name, Json.of(value), origin);
    }

    /** Adds the value as a string, or as a number if it is one; adds nothing if empty. */
    ManifestObject put(String name, Optional<?> value, Origin origin) {
        json.put(name, value);
        members.put(name, origin);
        return this;
    }

    /** Adds a map as an object; adds nothing if it is empty. */
    ManifestObject put(String name, Map<String, String> map, Origin origin) {
        if (map.isEmpty()) {
            return this;
        }
        Json.Builder object = Json.object();
        new TreeMap<>(map).forEach(object::put);
        return put(name, object.build(), origin);
    }

    ManifestObject put(String name, ManifestObject object) {
        json.put(name, object.json.build());
        objects.put(name, object.origins());
        return this;
    }

    ManifestObject put(String name, List<ManifestObject> array) {
        json.put(name, array.stream().map(o -> o.json.build()).toList());
        arrays.put(name, array.stream().map(ManifestObject::origins).toList());
        return this;
    }

    JsonFile file(String path, ArtefactKind kind) {
        return new JsonFile(path, kind, json.build(), origins());
    }

    private ManifestOrigins origins() {
        return new ManifestOrigins(self, members, objects, arrays);
    }
}
