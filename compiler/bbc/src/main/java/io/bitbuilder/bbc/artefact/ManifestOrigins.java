package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.List;
import java.util.Map;

/**
 * Origins of the members of an object in a manifest.
 *
 * @param self the object itself, and members without another origin
 * @param members members that a field or another block determines
 * @param objects members that are objects
 * @param arrays members that are arrays of objects
 */
public record ManifestOrigins(
        Origin self,
        Map<String, Origin> members,
        Map<String, ManifestOrigins> objects,
        Map<String, List<ManifestOrigins>> arrays) {
    /** Copies. */
    public ManifestOrigins {
        members = Map.copyOf(members);
        objects = Map.copyOf(objects);
        arrays = Map.copyOf(arrays);
    }

    /** Returns the origin of the value that these member names and positions lead to. */
    public Origin at(List<String> steps) {
        if (steps.isEmpty()) {
            return self;
        }
        String name = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (objects.containsKey(name)) {
            return objects.get(name).at(rest);
        }
        if (arrays.containsKey(name) && !rest.isEmpty()) {
            return arrays.get(name).get(Integer.parseInt(rest.getFirst())).at(rest.subList(1, rest.size()));
        }
        return members.getOrDefault(name, self);
    }
}
