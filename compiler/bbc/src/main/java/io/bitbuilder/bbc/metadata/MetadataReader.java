package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code metadata.json} format 1.0: one tenant with a network {@code lan} and one workload {@code main}. The
 * syntax tree is that of the same tenant in {@code .bbc}; mistakes of the format have findings of family JSN here,
 * mistakes of the values are found by the same stages as for {@code .bbc}.
 */
public final class MetadataReader {
    private final Findings findings;

    private MetadataReader(Findings findings) {
        this.findings = findings;
    }

    /** Reads with the default limits. */
    public static SourceUnit read(SourceFile file, Findings findings) {
        return read(file, Limits.DEFAULT, findings);
    }

    /** Reads a file; one that is not such JSON has findings and no declaration. */
    public static SourceUnit read(SourceFile file, Limits limits, Findings findings) {
        MetadataReader reader = new MetadataReader(findings);
        return new SourceUnit(
                file,
                JsonReader.read(file, limits, findings)
                        .flatMap(reader::tenant)
                        .map(List::of)
                        .orElse(List.of()));
    }

    private Optional<Decl> tenant(JsonNode root) {
        if (!(root instanceof JsonNode.Object object)) {
            findings.add(Finding.of(
                            Code.JSON_TYPE_MISMATCH, root.span(), "the file must contain an object, not " + root.what())
                    .why("metadata.json is one tenant, written as an object")
                    .fix("write it like { \"version\": \"1.0\", \"tenant\": { … } }"));
            return Optional.empty();
        }
        Optional<JsonNode.Member> template = object.members().stream()
                .filter(m -> m.key().equals("template"))
                .findFirst();
        if (template.isPresent()) {
            findings.add(Finding.of(Code.UNSUPPORTED_KEY, template.get().keySpan(), "template metadata is not a tenant")
                    .why("a template is a profile that workloads use")
                    .fix("`bbc convert` prints it as a profile for a `.bbc` file"));
            return Optional.empty();
        }
        JsonObjectReader top = new JsonObjectReader(findings, "", object);
        top.word(top.required("version"));
        return top.view(top.required("tenant")).flatMap(t -> tenant(top, t));
    }

    private Optional<Decl> tenant(JsonObjectReader top, JsonObjectReader tenant) {
        SyntaxFactory ast = new SyntaxFactory(findings);
        Optional<JsonNode.Text> name =
                tenant.text(tenant.required("name")).filter(n -> ast.isName(tenant.full("name"), n));
        Optional<JsonNode.Text> type = tenant.word(tenant.required("type"));
        List<Stmt> stmts = new ArrayList<>();
        tenant.text(tenant.member("id"))
                .ifPresent(id -> stmts.add(ast.field(tenant.member("id").orElseThrow(), "id", ast.text(id))));
        tenant.bool(tenant.member("enabled"))
                .ifPresent(on -> stmts.add(ast.field(tenant.member("enabled").orElseThrow(), "enabled", ast.bool(on))));
        if (name.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        stmts.addAll(new WorkloadMapping(ast, findings, type.get()).map(top));
        Stmt.Entry entry = ast.block(
                top.member("tenant").orElseThrow().keySpan(),
                "tenant",
                Optional.of(ast.label(name.get())),
                stmts,
                top.object().span());
        return Optional.of(new Decl.TopLevelBlock(entry));
    }
}
