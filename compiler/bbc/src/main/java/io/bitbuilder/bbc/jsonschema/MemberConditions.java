package io.bitbuilder.bbc.jsonschema;

import io.bitbuilder.core.json.Json;
import java.util.List;

/** Conditions of the schema: members that have no effect beside others, which bbc refuses. */
final class MemberConditions {
    /** Rules of two members together. */
    static final List<Json> ALL = List.of(
            when(
                    property("tenant", property("type", constant("vm"))),
                    "A virtual machine has its own kernel and network.",
                    Json.object()
                            .put(
                                    "security",
                                    properties(Json.object()
                                            .put("selinux_context", Json.of(false))
                                            .put("capabilities", empty())
                                            .put(
                                                    "syscalls",
                                                    properties(Json.object()
                                                            .put("allow", empty())
                                                            .put("deny", empty())))))
                            .put(
                                    "network",
                                    properties(Json.object()
                                            .put(
                                                    "mode",
                                                    Json.object()
                                                            .put("not", constant("host"))
                                                            .build())))),
            when(
                    property("network", property("mode", constant("host"))),
                    "On the network of the host, a container has no interface of its own.",
                    Json.object().put("network", properties(Json.object().put("interfaces", empty())))));

    private static Json when(Json condition, String comment, Json.Builder then) {
        return Json.object()
                .put("$comment", comment)
                .put("if", condition)
                .put("then", properties(then))
                .build();
    }

    private static Json properties(Json.Builder members) {
        return Json.object().put("properties", members.build()).build();
    }

    /** Returns a condition that holds only if the member is there: absent ones satisfy `properties`. */
    private static Json property(String key, Json value) {
        return Json.object()
                .put("properties", Json.object().put(key, value).build())
                .put("required", Json.texts(List.of(key)))
                .build();
    }

    private static Json constant(String word) {
        return Json.object().put("const", word).build();
    }

    private static Json empty() {
        return Json.object().put("maxItems", 0).build();
    }

    private MemberConditions() {}
}
