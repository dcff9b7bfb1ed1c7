package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maps the workload {@code main} of a tenant in JSON, and its network {@code lan}. */
final class WorkloadMapping {
    private final SyntaxFactory ast;
    private final Findings findings;
    private final JsonNode.Text type;
    private final boolean container;

    WorkloadMapping(SyntaxFactory ast, Findings findings, JsonNode.Text type) {
        this.ast = ast;
        this.findings = findings;
        this.type = type;
        this.container = type.value().equals("container");
    }

    /** Adds the network, if there is one, and the workload. */
    List<Stmt> map(JsonObjectReader top) {
        List<Stmt> main = new ArrayList<>();
        List<Stmt> tenant = new ArrayList<>();
        top.view(top.required("resources")).ifPresent(r -> resources(r, main));
        top.view(top.member("network"))
                .ifPresent(n -> new NetworkMapping(ast, findings, container)
                        .map(top.member("network").orElseThrow(), n, tenant, main));
        extensions(top, main);
        services(top, main);
        security(top, main);
        tenant.add(ast.block(
                type.span(),
                container ? "container" : "machine",
                Optional.of(ast.label("main", type.span())),
                main,
                top.object().span()));
        return tenant;
    }

    private void resources(JsonObjectReader resources, List<Stmt> main) {
        nested(resources, "cpu", main, (cpu, stmts) -> {
            integer(cpu, "cores", stmts);
            integer(cpu, "shares", stmts);
        });
        if (resources.required("memory").isEmpty()) {
            main.add(unknownLimit(resources.object().span()));
        }
        nested(resources, "memory", main, (memory, stmts) -> {
            if (memory.required("limit").isEmpty()) {
                stmts.add(ast.field(
                        memory.object().span(),
                        "limit",
                        ast.error(memory.object().span()),
                        memory.object().span()));
            }
            size(memory, "limit", "limit", stmts);
            size(memory, "swap", "swap", stmts);
        });
        resources.view(resources.member("storage")).ifPresent(storage -> storage(storage, main));
    }

    /** Returns a placeholder for the missing limit, which has been reported: later stages must not report it again. */
    private Stmt unknownLimit(Span span) {
        return ast.block(
                span, "memory", Optional.empty(), List.of(ast.field(span, "limit", ast.error(span), span)), span);
    }

    private void storage(JsonObjectReader storage, List<Stmt> main) {
        storage.member("root").ifPresent(root -> {
            List<Stmt> stmts = new ArrayList<>();
            size(storage, "root", "size", stmts);
            main.add(ast.block(root, "root", stmts));
        });
        storage.member("data").ifPresent(data -> {
            List<Stmt> stmts = new ArrayList<>();
            size(storage, "data", "size", stmts);
            stmts.add(ast.field(data.keySpan(), "mount", new Expr.Text("/data", data.keySpan()), data.span()));
            main.add(ast.block(
                    data.keySpan(),
                    "volume",
                    Optional.of(ast.label("data", data.keySpan())),
                    stmts,
                    data.value().span()));
        });
    }

    private void extensions(JsonObjectReader top, List<Stmt> main) {
        nested(top, "extensions", main, (extensions, stmts) -> {
            texts(extensions, "sysext", stmts);
            texts(extensions, "confext", stmts);
        });
    }

    private void services(JsonObjectReader top, List<Stmt> main) {
        nested(top, "services", main, (services, stmts) -> {
            texts(services, "portable", stmts);
            texts(services, "systemd", stmts);
        });
    }

    private void security(JsonObjectReader top, List<Stmt> main) {
        Optional<JsonNode.Member> member = top.member("security");
        top.view(member).ifPresent(security -> {
            List<Stmt> stmts = new ArrayList<>();
            Optional<JsonNode.Text> label = security.text(security.member("selinux_context"));
            if (forContainers(security, "selinux_context", label.isPresent())) {
                label.ifPresent(t -> stmts.add(
                        ast.field(security.member("selinux_context").orElseThrow(), "selinux-context", context(t))));
            }
            List<JsonNode.Text> capabilities = security.texts(security.member("capabilities"));
            if (forContainers(security, "capabilities", !capabilities.isEmpty())) {
                security.member("capabilities")
                        .ifPresent(m -> stmts.add(ast.field(
                                m,
                                "capabilities",
                                ast.list(m, capabilities, t -> ast.capability(security.full("capabilities"), t)))));
            }
            security.view(security.member("syscalls")).ifPresent(calls -> syscalls(security, calls, stmts));
            if (container) {
                main.add(ast.block(member.orElseThrow(), "security", stmts));
            }
        });
    }

    /**
     * Returns a context with the type alone, as in the format; user, role and level are those of the host's services.
     */
    private static Expr context(JsonNode.Text text) {
        String value = text.value();
        boolean type = MetadataNames.isIdentifier(value);
        return new Expr.Text(type ? "system_u:system_r:" + value + ":s0" : value, text.span());
    }

    private void syscalls(JsonObjectReader security, JsonObjectReader calls, List<Stmt> stmts) {
        List<Stmt> inner = new ArrayList<>();
        boolean any = false;
        for (String key : List.of("allow", "deny")) {
            List<JsonNode.Text> groups = calls.texts(calls.member(key));
            any |= !groups.isEmpty();
            calls.member(key)
                    .ifPresent(m -> inner.add(ast.field(
                            m, key, ast.list(m, groups, t -> ast.syscallGroup(calls.full(key), t)))));
        }
        if (forContainers(security, "syscalls", any)) {
            stmts.add(ast.block(security.member("syscalls").orElseThrow(), "syscalls", inner));
        }
    }

    /** Capabilities, system calls and labels belong to the host's kernel: a virtual machine has its own. */
    private boolean forContainers(JsonObjectReader security, String key, boolean any) {
        if (!container && any) {
            findings.add(Finding.of(
                            Code.INEFFECTIVE_KEY,
                            security.member(key).orElseThrow().span(),
                            "`" + security.full(key) + "` has no effect on a virtual machine")
                    .also(type.span(), "type `vm`")
                    .why("the guest has its own kernel, so the host cannot filter or label its processes")
                    .fix("remove it, or make the tenant a container"));
        }
        return container;
    }

    private void nested(JsonObjectReader of, String key, List<Stmt> out, Part part) {
        of.view(of.member(key)).ifPresent(view -> {
            List<Stmt> stmts = new ArrayList<>();
            part.map(view, stmts);
            out.add(ast.block(of.member(key).orElseThrow(), key, stmts));
        });
    }

    private void integer(JsonObjectReader of, String key, List<Stmt> out) {
        of.member(key)
                .ifPresent(m -> out.add(ast.field(
                        m,
                        key,
                        of.integer(Optional.of(m))
                                .map(ast::integer)
                                .orElseGet(() -> ast.error(m.value().span())))));
    }

    private void size(JsonObjectReader of, String key, String field, List<Stmt> out) {
        of.member(key)
                .ifPresent(m -> out.add(ast.field(
                        m,
                        field,
                        of.text(Optional.of(m))
                                .map(t -> ast.size(of.full(key), t))
                                .orElseGet(() -> ast.error(m.value().span())))));
    }

    private void texts(JsonObjectReader of, String key, List<Stmt> out) {
        of.member(key).ifPresent(m -> out.add(ast.field(m, key, ast.list(m, of.texts(Optional.of(m)), ast::text))));
    }

    /** Fills a block from an object. */
    @FunctionalInterface
    private interface Part {
        void map(JsonObjectReader view, List<Stmt> stmts);
    }
}
