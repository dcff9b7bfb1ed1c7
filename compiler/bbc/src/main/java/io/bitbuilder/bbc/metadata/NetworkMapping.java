package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps {@code network} of a tenant in JSON: the network {@code lan} and its interfaces, or the host's network. */
final class NetworkMapping {
    private final SyntaxFactory ast;
    private final Findings findings;
    private final boolean container;

    NetworkMapping(SyntaxFactory ast, Findings findings, boolean container) {
        this.ast = ast;
        this.findings = findings;
        this.container = container;
    }

    /** Adds to the tenant's statements and to those of {@code main}. */
    void map(JsonNode.Member member, JsonObjectReader network, List<Stmt> tenant, List<Stmt> main) {
        Optional<JsonNode.Text> mode = network.word(network.required("mode"));
        List<JsonObjectReader> interfaces = network.views(network.member("interfaces"));
        if (mode.isPresent() && mode.get().value().equals("host")) {
            host(network, mode.get(), interfaces, main);
            return;
        }
        List<Stmt> lan = new ArrayList<>();
        mode.ifPresent(
                m -> lan.add(ast.field(network.member("mode").orElseThrow(), "mode", ast.word(m.value(), m.span()))));
        Map<String, Span> names = new HashMap<>();
        for (JsonObjectReader each : interfaces) {
            attachment(each, names, main);
        }
        interfaces.stream()
                .flatMap(i -> i.member("ipv6").stream())
                .filter(m -> m.value() instanceof JsonNode.Text t && t.value().equals("static"))
                .findFirst()
                .ifPresent(m -> lan.add(ast.field(
                        m.keySpan(), "ipv6", new Expr.Bool(true, m.value().span()), m.span())));
        tenant.add(ast.block(
                member.keySpan(),
                "network",
                Optional.of(ast.label("lan", member.keySpan())),
                lan,
                member.value().span()));
    }

    private void host(
            JsonObjectReader network, JsonNode.Text mode, List<JsonObjectReader> interfaces, List<Stmt> main) {
        if (!container) {
            findings.add(
                    Finding.of(Code.INEFFECTIVE_KEY, mode.span(), "a virtual machine cannot use the host's network")
                            .why("it has its own kernel and network devices")
                            .fix("write \"nat\" or \"bridge\", or make the tenant a container"));
            return;
        }
        if (!interfaces.isEmpty()) {
            findings.add(Finding.of(
                            Code.INEFFECTIVE_KEY,
                            network.member("interfaces").orElseThrow().span(),
                            "`network.interfaces` has no effect on the host's network")
                    .also(mode.span(), "mode `host`")
                    .why("on the host's network a container uses the host's interfaces only")
                    .fix("remove the interfaces, or set the mode to \"nat\" or \"bridge\""));
        }
        main.add(ast.field(network.member("mode").orElseThrow(), "network", new Expr.Scope("host", mode.span())));
    }

    private void attachment(JsonObjectReader of, Map<String, Span> names, List<Stmt> main) {
        Optional<JsonNode.Text> name = of.text(of.required("name")).filter(n -> ast.isName(of.full("name"), n));
        List<Stmt> stmts = new ArrayList<>();
        stmts.add(ast.field(
                of.object().span(),
                "network",
                ast.word("lan", of.object().span()),
                of.object().span()));
        of.text(of.member("mac"))
                .ifPresent(t -> stmts.add(ast.field(
                        of.member("mac").orElseThrow(),
                        "mac",
                        t.value().equals("auto") ? new Expr.Auto(t.span()) : ast.mac(of.full("mac"), t))));
        of.word(of.member("ipv4"))
                .ifPresent(t ->
                        stmts.add(ast.field(of.member("ipv4").orElseThrow(), "ipv4", ast.word(t.value(), t.span()))));
        // The format has a word that bbc does not support.
        of.word(of.member("ipv6"), List.of("dhcp", "static", "disabled"))
                .filter(this::isBuilt)
                .ifPresent(t ->
                        stmts.add(ast.field(of.member("ipv6").orElseThrow(), "ipv6", ast.word(t.value(), t.span()))));
        name.filter(n -> isFirst(n, names))
                .ifPresent(n -> main.add(ast.block(
                        n.span(),
                        "attach",
                        Optional.of(ast.label(n)),
                        stmts,
                        of.object().span())));
    }

    private boolean isBuilt(JsonNode.Text ipv6) {
        if (!ipv6.value().equals("dhcp")) {
            return true;
        }
        findings.add(Finding.of(Code.UNSUPPORTED_KEY, ipv6.span(), "DHCPv6 is not supported yet")
                .why("the DHCP server of systemd-networkd supports IPv4 only; this version assigns IPv6 "
                        + "addresses statically")
                .fix("write \"static\" or \"disabled\""));
        return false;
    }

    private boolean isFirst(JsonNode.Text name, Map<String, Span> names) {
        Span first = names.putIfAbsent(name.value(), name.span());
        if (first != null) {
            findings.add(Finding.of(
                            Code.DUPLICATE_INTERFACE,
                            name.span(),
                            "duplicate interface " + name.span().text())
                    .also(first, "first occurrence")
                    .why("the name identifies an interface")
                    .fix("rename it, or delete one of them"));
        }
        return first == null;
    }
}
