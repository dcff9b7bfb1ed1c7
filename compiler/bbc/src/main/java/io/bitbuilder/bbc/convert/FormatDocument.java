package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.metadata.MetadataFormat;
import io.bitbuilder.bbc.metadata.MetadataFormat.Member;
import io.bitbuilder.core.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code metadata.json} that is being made: values by the path of their member, in any order. */
final class FormatDocument {
    private final Map<String, Json> values = new HashMap<>();
    private final Set<String> objects = new HashSet<>();

    /** Sets the value of a member; returns false if it has one. */
    boolean put(String path, Json value) {
        return values.putIfAbsent(path, value) == null;
    }

    /** Returns whether a member has no value. */
    boolean isMissing(String path) {
        return !values.containsKey(path);
    }

    /** Adds an object, which may stay empty. */
    void open(String path) {
        objects.add(path);
    }

    /** Returns the document: members in the order of the format. */
    Json json() {
        return object("");
    }

    private Json object(String path) {
        Json.Builder object = Json.object();
        for (Member member : MetadataFormat.members(path)) {
            value(member).ifPresent(value -> object.put(member.key(), value));
        }
        return object.build();
    }

    private Optional<Json> value(Member member) {
        if (!member.shape().equals("object")) {
            return Optional.ofNullable(values.get(member.path()));
        }
        Json inner = object(member.path());
        return Optional.of(inner).filter(json -> !json.members().isEmpty() || objects.contains(member.path()));
    }

    /** Returns an element of a list of objects. */
    static Json element(String list, Map<String, Json> values) {
        Json.Builder element = Json.object();
        List<Member> members = MetadataFormat.members(list);
        members.stream()
                .filter(member -> values.containsKey(member.key()))
                .forEach(member -> element.put(member.key(), values.get(member.key())));
        return element.build();
    }
}
