package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.GithubReport;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.JunitReport;
import io.bitbuilder.core.diagnostic.MarkdownReport;
import io.bitbuilder.core.diagnostic.PolicyVerdict;
import io.bitbuilder.core.diagnostic.SarifReport;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies: which blocks they judge, what they read, and what is reported where. */
class PolicyTest {
    private static final String FLEET = """
            network front { mode = routed }
            network back { }
            container web {
              attach front { }
              publish tcp auto -> 80
              volume data { size = 1GiB; mount = "/srv/data" }
              volume logs { size = 2GiB; mount = "/srv/logs"; read-only = true }
              env { LEVEL = "high" }
            }
            container db { attach back { }; cpu { cores = 2 }; raw "service/Service" { Nice = 5 } }
            machine vm { attach back { ipv4 = static }; root { size = 20GiB } }
            expose api { on = db; port = tcp(5432); to = [acme] }
            """;

    private static List<String> judged(String subject, String condition, String message) {
        return PolicyRun.fleet()
                .policies("policy p { deny " + subject + " x when " + condition + "; message \"" + message + "\" }\n")
                .tenant("globex", FLEET)
                .denied();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tenant    | x.trust == standard                     | {x.name}                        | globex
            platform  | x.systemd >= 258                        | {x.name}                        | p
            host      | x.memory > 1GiB                         | {x.name} {x.uplink}             | node-a eth0
            image     | x.name == "debian"                      | {x.name}                        | debian
            admit     | x.repository != none                    | {x.repository} | https://git.example/globex
            container | x.cpu.cores > 1                         | {x.tenant.name}.{x.name}        | globex.db
            machine   | x.root.size != none and x.root.size >= 20GiB | {x.name} {x.root.size}          | vm 20GiB
            workload  | x.memory.limit > 100MiB                 | {x.name}                        | vm
            network   | x.mode == routed                        | {x.name} {x.mode}               | front routed
            network   | x.subnet6 == none and x.mode == routed  | {x.name}                        | front
            attach    | x.ipv6 == none and x.network.mode == routed | {x.name}                    | front
            attach    | x.network.mode == routed                | {x.workload.name} {x.name}      | web front
            publish   | x.host >= 20000 and x.host in 1..65535  | {x.proto} {x.guest}             | tcp 80
            volume    | x.read-only                             | {x.name} {x.mount}              | logs /srv/logs
            volume    | x.size > 1GiB * 150%                    | {x.name}                        | logs
            expose    | x.on == db                              | {x.name} {x.on.name}            | api db
            expose    | x.to contains acme                      | {x.name}                        | api
            raw       | x.tenant.trust != trusted               | {x.name}                        | service/Service
            container | any([v.size > 1GiB for v in x.volume])  | {x.name}                        | web
            container | not all([v.read-only for v in x.volume]) | {x.name}                       | web
            container | len([v for v in x.volume where v.read-only]) == 1 | {x.name}              | web
            container | len(x.volume) > 0 and sum([v.size for v in x.volume]) == 3GiB | {x.name}  | web
            container | x.env contains "LEVEL"                  | {x.env.LEVEL}                   | high
            container | x.env.LEVEL == "high"                   | {x.env.LEVEL}                   | high
            container | x.host == node-a and len(x.publish) == 1 | {x.host.name}                  | node-a
            container | x.place == node-a and x.cpu.cores > 1   | {x.place.memory}                | 256GiB
            machine   | x.image == debian-vm                    | {x.image.name}                  | debian-vm
            machine   | any([a.ipv4 in a.network.subnet for a in x.attach]) | {x.name}            | vm
            machine   | x.memory.high == none                   | {x.name}                        | vm
            tenant    | x.admit != none and x.admit.repository != none | {x.name} | globex
            tenant    | any([any([v.read-only for v in c.volume]) for c in x.container]) | {len(x.container)} | 2
            """)
    void judgesBlocksOfEachKind(String subject, String condition, String message, String expected) {
        assertEquals(List.of(expected), judged(subject, condition, message));
    }

    @Test
    void aTenantThatIsNotAdmittedHasTheDefaultTrust() {
        List<String> denied = new PolicyRun()
                .policies(
                        "policy p { deny tenant t when t.trust == standard and t.admit == none; message \"{t.name}\" }")
                .tenant("initech", "network front { }")
                .denied();
        assertEquals(List.of("initech"), denied);
    }

    @Test
    void theFieldThatDecidesIsMarked() {
        PolicyRun run = PolicyRun.fleet()
                .policies("policy p {\n  deny container c when c.memory.limit > 1GiB and c.cpu.cores > 1\n"
                        + "  message \"{c.name}\"\n  help \"less of {c.name}\"\n}\n")
                .file("lib/big.bbc", "profile big() for container { memory { limit = 4GiB }; cpu { cores = 4 } }\n")
                .tenant("globex", """
                        container a { memory { limit = 2GiB }; cpu { cores = 2 } }
                        container b { use big(); cpu { cores = 2 } }
                        container c { use big() }
                        """);
        List<Finding> findings = run.findings();
        assertEquals(
                List.of("limit", "cores", "container c"),
                findings.stream()
                        .map(f -> f.primary().span())
                        .map(s -> s.text().startsWith("container") ? s.text() : before(s))
                        .toList());
        Finding first = findings.getFirst();
        assertEquals("p", first.secondary().getFirst().span().text());
        assertEquals(Optional.of("policy `p` of the platform denies it"), first.why());
        assertEquals("less of a", first.fixes().getFirst().text());
        assertEquals(Optional.of(new PolicyVerdict("p", Optional.empty())), first.verdict());
    }

    /** Returns the name before the value of a field. */
    private static String before(Span span) {
        String line = span.file().text().substring(0, span.start());
        String field =
                line.substring(line.lastIndexOf('{') + 1, line.lastIndexOf('=')).strip();
        return field;
    }

    @Test
    void aBlockOfAProfileIsMarkedWhereItsTenantUsesIt() {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny volume v when v.size > 1GiB; message \"{v.name}\" }")
                .file("lib/d.bbc", "profile d() for container { volume data { size = 2GiB; mount = \"/a\" } }\n")
                .tenant("globex", "container a { use d() }")
                .findings();
        assertEquals(
                List.of("POL001 tenants/globex/t.bbc:2:1 data @ platform/policies1.bbc:1:8"), PolicyRun.show(findings));
    }

    @Test
    void aWarningOfAPolicyHidesNoErrorOfIt() {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny container c when c.name == \"a\" or 1 / len(c.volume) == 1;"
                        + " message \"${c.name}\" }")
                .tenant("globex", "container a { }\ncontainer b { }")
                .findings();
        assertEquals(
                List.of(Code.INEXACT_ARITHMETIC, Code.DENIED_BY_POLICY),
                findings.stream().map(Finding::code).toList());
    }

    @Test
    void aWarningRefusesNothing() {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { warn container c when true; message \"{c.name}\" }")
                .tenant("globex", "container a { }")
                .findings();
        assertEquals(
                List.of("POL002 tenants/globex/t.bbc:2:1 a @ platform/policies1.bbc:1:8"), PolicyRun.show(findings));
        assertEquals(Severity.WARNING, findings.getFirst().severity());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            any([v.size > 1GiB for v in c.volume])                           | container a, container b, size
            c.memory.limit > 64MiB or any([v.size > 1GiB for v in c.volume]) | limit, container b, size
            """)
    void oneOfSeveralBlocksIsNotMarkedForAnother(String condition, String marked) {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny container c when " + condition + "; message \"{c.name}\" }")
                .tenant("globex", """
                        container a {
                          memory { limit = 1GiB }
                          volume v { size = 1GiB; mount = "/v" }
                          volume w { size = 2GiB; mount = "/w" }
                        }
                        container b { volume v { size = 1GiB; mount = "/v" }; volume w { size = 2GiB; mount = "/w" } }
                        container c { volume v { size = 2GiB; mount = "/v" } }
                        """)
                .findings();
        assertEquals(
                List.of(marked.split(", ")),
                findings.stream()
                        .map(f -> f.primary().span())
                        .map(s -> s.text().startsWith("container") ? s.text() : before(s))
                        .toList());
    }

    @Test
    void tenantsInJsonAreJudgedAlike() {
        String json = """
                { "version": "1.0",
                  "tenant": { "name": "acme", "type": "container", "enabled": true },
                  "resources": { "cpu": { "cores": 4 }, "memory": { "limit": "4G" }, "storage": { "data": "100G" } },
                  "network": { "mode": "nat", "interfaces": [{ "name": "eth0" }] } }
                """;
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny workload w when w.memory.limit > 1GiB;"
                        + " message \"{w.name} {w.memory.limit}\" }")
                .policies("policy q { deny volume v when v.size > 1GiB; message \"{v.mount}\" }")
                .file("tenant-acme/metadata.json", json)
                .findings();
        assertEquals(
                List.of("main 4GiB", "/data"),
                findings.stream().map(Finding::message).toList());
        assertEquals(
                List.of("\"4G\"", "\"100G\""),
                findings.stream().map(f -> f.primary().span().text()).toList());
    }

    @Test
    void theOrderOfFilesPoliciesAndBlocksChangesNothing() {
        List<String> policies = List.of(
                "policy a { deny container c when c.memory.limit > m; message \"{c.name}\" }\n",
                "policy b { warn volume v when v.size > 1GiB; message \"{v.name}\" }\n",
                "policy c { deny workload w when 1 / len(w.volume) == 1; message \"{w.name}\" }\n",
                "let m = 1GiB\n",
                "waive a for globex.web because \"x\"\n",
                "waive a for globex.nobody because \"x\"\n");
        List<String> blocks = List.of(
                "container web { memory { limit = 2GiB }; volume data { size = 2GiB; mount = \"/a\" } }",
                "container db { memory { limit = 3GiB } }",
                "machine vm { }");
        List<String> first = shuffled(policies, blocks, new Random(0));
        assertTrue(first.size() >= 5, first::toString);
        for (int seed = 1; seed < 12; seed++) {
            assertEquals(first, shuffled(policies, blocks, new Random(seed)));
        }
    }

    /** Returns the findings without places, which the order of lines changes. */
    private static List<String> shuffled(List<String> policies, List<String> blocks, Random random) {
        List<String> p = new ArrayList<>(policies);
        List<String> b = new ArrayList<>(blocks);
        Collections.shuffle(p, random);
        Collections.shuffle(b, random);
        PolicyRun run = PolicyRun.fleet().policies(String.join("", p)).tenant("globex", String.join("\n", b));
        List<SourceFile> files = new ArrayList<>(run.programs());
        run.programs().clear();
        Collections.shuffle(files, random);
        files.forEach(f -> run.file(f.path(), f.text()));
        return run.findings().stream()
                .map(f -> f.code() + " " + f.severity() + " " + f.message() + " "
                        + f.primary().span().text())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    @Test
    void aLabelThatABlockDoesNotHaveIsNone() {
        List<String> denied = PolicyRun.fleet()
                .policies("policy p { deny container c when c.labels.tier == data and c.labels.owner == none"
                        + " and c.tenant.labels.stage != live and \"tier\" in c.labels and len(c.labels) == 1;"
                        + " message \"{c.name} {c.labels.tier}\" }")
                .tenant(
                        "globex",
                        "labels { stage = test }\ncontainer a { labels { tier = data } }\n"
                                + "container b { labels { tier = data; owner = ann } }\ncontainer c { }")
                .tenant("acme", "labels { stage = live }\ncontainer a { labels { tier = data } }")
                .denied();
        assertEquals(List.of("a data"), denied);
    }

    @Test
    void aStringOfATenantReachesNoTerminal() {
        String hostile = "\\u{1b}[31mred\\n::error::x" + "long".repeat(2_000);
        List<Finding> all = PolicyRun.fleet()
                .policies("policy p { deny container c when c.env contains \"A\";"
                        + " message \"{c.env.A}\"; help \"{c.env.A}\" }")
                .tenant("globex", "container a { env { A = \"" + hostile.replace("\\u{1b}", "\\t\\u{e9}") + "\" } }")
                .findings();
        List<Finding> findings =
                all.stream().filter(f -> f.code() == Code.DENIED_BY_POLICY).toList();
        assertEquals(1, findings.size(), all::toString);
        Finding finding = findings.getFirst();
        assertTrue(
                finding.message().length() <= 410, () -> "" + finding.message().length());
        String text = TextReport.of(false, false, Limits.DEFAULT).print(findings);
        String markdown = MarkdownReport.print(findings, Limits.DEFAULT, 10_000);
        for (String form : List.of(
                text,
                markdown,
                GithubReport.print(findings),
                JunitReport.print(findings, Limits.DEFAULT),
                JsonReport.print(findings, Limits.DEFAULT),
                SarifReport.print(findings, Limits.DEFAULT, "1"))) {
            assertTrue(form.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), form);
            assertTrue(form.lines().noneMatch(line -> line.startsWith("::error::x")), form);
        }
    }
}
