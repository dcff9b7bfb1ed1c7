package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.explain.NamedBlocks;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;

/**
 * Views of the evaluated model. JSON is one document, whose form its member {@code schema} versions; members are only
 * ever added.
 */
public final class Show {
    private static final int SCHEMA = 1;

    private final Compilation compilation;
    private final boolean json;

    /**
     * Makes the views of a compilation, which may have errors.
     *
     * @param json JSON rather than text
     */
    public Show(Compilation compilation, boolean json) {
        this.compilation = compilation;
        this.json = json;
    }

    /** Returns the tenants and hosts with the number of their blocks. */
    public String overview() {
        return json ? document("fleet", Overview.json(compilation)) : Overview.text(compilation);
    }

    /** Returns the hosts with their workloads and the requests of these. */
    public String hosts() {
        return json ? document("hosts", HostOverview.json(compilation)) : HostOverview.text(compilation);
    }

    /** Returns all claims with their grants. */
    public String grants() {
        return json ? document("grants", GrantRows.json(compilation)) : GrantRows.text(compilation);
    }

    /**
     * Returns a block with all its fields, or the value of a field.
     *
     * @param name {@code acme.web}, {@code platform.host.node-a}, {@code acme.web.memory.limit}
     * @throws EnvironmentFault if there is neither; it names the nearest
     */
    public String named(String name) {
        NamedBlocks names = new NamedBlocks(compilation.program());
        Subject subject = names.find(name);
        Block block = names.block(subject);
        Schema schema = compilation.program().schema();
        if (subject.field().isEmpty()) {
            return json ? document("block", ShownJson.of(ShownBlock.of(block, schema))) : ShownText.of(block, schema);
        }
        Value value = block.value(subject.field()).orElseGet(() -> block.stated(subject.field()));
        Type type = block.declared(subject.field()).orElseThrow().type();
        return json ? document("value", ShownJson.of(value)) : Notation.of(value, type) + "\n";
    }

    private static String document(String member, Json content) {
        return JsonText.of(
                Json.object().put(member, content).put("schema", SCHEMA).build());
    }
}
