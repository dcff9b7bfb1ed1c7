package io.bitbuilder.bbc.jsonschema;

import io.bitbuilder.bbc.metadata.MetadataFormat;
import io.bitbuilder.bbc.metadata.MetadataFormat.Member;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Limits;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Writes the schema: members, words and order of the format, ranges and descriptions of the kinds. */
public final class MetadataSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String ID = "urn:bitbuilder:bbc:metadata:1.0";

    private static final String NAME = "^[A-Za-z]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$";
    private static final String TENANT_NAME = "^(?!tenant-)(?!.*--)[a-z]([a-z0-9-]{0,61}[a-z0-9])?$";
    private static final String SIZE = "^(0|[1-9][0-9]{0,18})[BKMGTPE]?$";
    private static final String MAC = "^(auto|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5})$";

    private final Schema kinds;

    private MetadataSchema(Schema kinds) {
        this.kinds = kinds;
    }

    /** Returns the schema as JSON. */
    public static String text() {
        Findings findings = new Findings();
        List<SourceUnit> library = Stdlib.programs().stream()
                .map(file -> Parser.parse(file, findings))
                .toList();
        Schema kinds =
                Resolver.resolve(library, List.of(), Limits.DEFAULT, findings).schema();
        return JsonText.of(new MetadataSchema(kinds).root());
    }

    private Json root() {
        Json.Builder root = Json.object()
                .put("$schema", DIALECT)
                .put("$id", ID)
                .put("title", "metadata.json 1.0")
                .put("description", "A tenant of BitBuilder with one workload.");
        members(root, "");
        return root.put("allOf", MemberConditions.ALL).build();
    }

    private void members(Json.Builder object, String path) {
        List<Member> members = MetadataFormat.members(path);
        List<String> required =
                members.stream().filter(Member::required).map(Member::key).toList();
        object.put("type", "object").put("additionalProperties", false);
        if (!required.isEmpty()) {
            object.put("required", Json.texts(required));
        }
        Json.Builder properties = Json.object();
        members.forEach(member -> properties.put(member.key(), member(member)));
        object.put("properties", properties.build());
    }

    private Json member(Member member) {
        Json.Builder json = Json.object();
        description(member).ifPresent(text -> json.put("description", text));
        switch (member.shape()) {
            case "object" -> members(json, member.path());
            case "objects" -> {
                Json.Builder element = Json.object();
                members(element, member.path());
                json.put("type", "array").put("items", element.build());
            }
            case "bool" -> json.put("type", "boolean");
            case "integer" -> integer(json, member);
            case "text" -> json.put("type", "string");
            case "filled-text" -> json.put("type", "string").put("minLength", 1);
            case "name" -> pattern(json, NAME);
            case "tenant-name" -> pattern(json, TENANT_NAME);
            case "size" -> pattern(json, SIZE);
            case "mac" -> pattern(json, MAC);
            case "texts" -> array(json, Json.object().put("type", "string").put("minLength", 1));
            case "capabilities" -> array(json, known(Scalar.CAPABILITY));
            case "groups" -> array(json, known(Scalar.SYSCALL_GROUP));
            default -> words(json, member);
        }
        return json.build();
    }

    private static void words(Json.Builder json, Member member) {
        if (member.words().isEmpty()) {
            throw new InternalFault("metadata.tsv has an unknown shape " + member.shape());
        }
        if (member.words().size() == 1) {
            json.put("const", member.words().getFirst());
        } else {
            json.put("enum", Json.texts(member.words()));
        }
    }

    private static void pattern(Json.Builder json, String pattern) {
        json.put("type", "string").put("pattern", pattern);
    }

    private static void array(Json.Builder json, Json.Builder element) {
        json.put("type", "array").put("items", element.build());
    }

    private static Json.Builder known(Scalar scalar) {
        return Json.object().put("enum", Json.texts(new TreeSet<>(scalar.known())));
    }

    private void integer(Json.Builder json, Member member) {
        json.put("type", "integer");
        IntegerRange range =
                field(member).map(field -> IntegerRange.of(field.type())).orElse(IntegerRange.NATURAL);
        json.put("minimum", range.least());
        range.most().ifPresent(most -> json.put("maximum", most));
    }

    private Optional<String> description(Member member) {
        return member.description().or(() -> field(member).flatMap(Field::doc));
    }

    private Optional<Field> field(Member member) {
        return member.field().map(name -> {
            int dot = name.indexOf('.');
            return kinds.kind(name.substring(0, dot))
                    .flatMap(kind -> kind.field(name.substring(dot + 1)))
                    .orElseThrow(() -> new InternalFault("metadata.tsv names an unknown field " + name));
        });
    }
}
