package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies: which blocks they judge, what they read, what is reported where, and what they cost. */
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
            10 / len(c.volume) > 1           | the divisor is zero
            9223372036854775807 + 1 > 0      | exceeds
            c.memory.high > 1GiB             | unsupported optional value `c.memory.high` for `>`
            c.memory.limit > \"1GiB\"        | unsupported operands
            c.name                           | a condition
            nonsense(c)                      | unknown function `nonsense`
            c.memory.limt > 1GiB             | unknown field or block `limt`
            any([v.sise > 1GiB for v in c.volume]) | unknown field or block `sise`
            c.network == hostt               | unknown value `hostt`
            c.tenant.trust == trustd         | unknown value `trustd`
            c.place == node-b                | unknown host `node-b`
            self.name == "a"                 | not available in a policy
            c.attach.front.mac == none       | no fields
            """)
    void aMistakeIsReportedOnceAndAtThePolicy(String condition, String message) {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy wrong { deny container c when " + condition + "; message \"{c.name}\" }\n")
                .policies("policy right { deny container c when c.name == \"b\"; message \"right {c.name}\" }\n")
                .tenant("acme", "container a { }\ncontainer b { }\n")
                .tenant("globex", "container a { }\ncontainer b { }\n")
                .findings();
        assertEquals(3, findings.size(), () -> PolicyRun.show(findings).toString());
        assertEquals(
                "platform/policies1.bbc",
                findings.getFirst().primary().span().file().path());
        assertTrue(
                findings.getFirst().message().contains(message),
                findings.getFirst().message());
        assertEquals("right b", findings.get(1).message());
        assertEquals("right b", findings.get(2).message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c.image == debian                                            | b
            debian != c.image                                            | a, c
            c.image in [debian]                                          | b
            c.image == none or c.image == debian                         | a, b, c
            c.memory.high != none and c.memory.high > 1GiB               | c
            c.memory.high == none or c.memory.high > 1GiB                | a, b, c
            not (c.memory.high == none or c.memory.high <= 1GiB)         | c
            (if c.memory.high == none then 0B else c.memory.high) > 1GiB | c
            len([d for d in c.tenant.container where d.memory.high != none and d.memory.high > 1GiB]) == 1 | a, b, c
            c.tenant.admit != none and c.tenant.admit.quota != none and c.tenant.admit.quota.cpu == none |
            """)
    void valuesThatATenantOmitsHaveATypeAndAreTested(String condition, String names) {
        List<String> denied = new PolicyRun()
                .file("platform/p.bbc", PolicyRun.PLATFORM.replace("trust = trusted", "image = debian"))
                .policies("policy p { deny container c when " + condition + "; message \"{c.name}\" }")
                .tenant("acme", """
                        container a { image = none }
                        container b { image = debian }
                        container c { image = none; memory { limit = 4GiB; high = 2GiB } }
                        """)
                .denied();
        assertEquals(names == null ? List.of() : List.of(names.split(", ")), denied);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c.memory.high > 1GiB                                   | c.memory.high for `>`
            c.memory.high * 2 == 1GiB                              | c.memory.high for `*`
            c.memory.high != none or c.memory.high > 1GiB          | c.memory.high for `>`
            c.memory.high == none and c.memory.high > 1GiB         | c.memory.high for `>`
            c.tenant.quota.cores == 1                              | c.tenant.quota before `.cores`
            sum([d.memory.high for d in c.tenant.container]) > 1GiB | d.memory.high for `sum`
            """)
    void anOptionalValueIsTestedBeforeThereIsABlock(String condition, String place) {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny container c when " + condition + "; message \"{c.name}\" }")
                .findings();
        String value = place.substring(0, place.indexOf(' '));
        assertEquals(
                "unsupported optional value `" + value + "`" + place.substring(value.length()),
                findings.getFirst().message());
        assertEquals(value, findings.getFirst().primary().span().text());
    }

    @Test
    void anOptionalValueInAMessageIsTestedByTheCondition() {
        String message = "message \"{c.name} {c.memory.high}\" }";
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny container c when c.memory.limit > 1GiB; " + message)
                .policies("policy q { deny container c when c.memory.high != none; " + message)
                .tenant("acme", "container a { memory { limit = 2GiB; high = 1GiB } }\ncontainer b { }")
                .findings();
        assertEquals(
                List.of("unsupported optional value `c.memory.high` for `{}`", "a 1GiB"),
                findings.stream().map(Finding::message).toList());
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
    void aPolicyEndsAtItsFirstMistake() {
        List<Finding> findings = judge(new TestProgram()
                .acme("tenant acme {\n" + containers(2, "") + "}\n")
                .platform(PolicyRun.PLATFORM
                        + "policy p { deny container c when c.name == \"c0-1\" or 1 / len(c.volume) == 1;"
                        + " message \"{c.name}\" }"));
        assertEquals(
                List.of("c0-1", "`1 / len(c.volume)` cannot be computed: the divisor is zero"),
                findings.stream().map(Finding::message).toList());
        assertEquals(
                "evaluated for container acme.c0-10",
                findings.getLast().secondary().getFirst().text());
    }

    @Test
    void aPolicyOutOfStepsHidesNoOtherFinding() {
        Findings findings = new Findings();
        Program program = new TestProgram()
                .acme("tenant acme {\n" + containers(3, "") + "}\n")
                .file("tenants/globex/t.bbc", "tenant globex { container a { } }\n")
                .platform(PolicyRun.PLATFORM
                        + "policy p { deny container c when len([w for w in c.tenant.container]) == 0;"
                        + " message \"x\" }\n"
                        + "policy q { deny container c when c.tenant.name == \"globex\";"
                        + " message \"denied {c.name}\" }\n"
                        + "waive q for globex.b because \"x\"\nwaive p for globex.a because \"x\"\n")
                .program();
        Policies.judge(program, WaiverRules.DEFAULT, Limits.DEFAULT, findings);
        assertEquals(
                Set.of(Code.POLICY_EXCEEDS_LIMIT, Code.DENIED_BY_POLICY, Code.UNUSED_WAIVER),
                findings.sorted().stream().map(Finding::code).collect(Collectors.toSet()));
        Finding limit = findings.sorted().stream()
                .filter(f -> f.code() == Code.POLICY_EXCEEDS_LIMIT)
                .findFirst()
                .orElseThrow();
        assertEquals(
                "have policy `p` read fewer blocks", limit.fixes().getFirst().text());
    }

    @Test
    void namesAreCheckedBeforeThereIsABlock() {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy a { deny contaner c when true; message \"x\" }\n")
                .policies("policy b { deny machine m when m.memry.limit > 1GiB; message \"x\" }\n")
                .policies("policy c { deny machine m when true; message \"{m.workload.tenant.trusst}\" }\n")
                .policies("policy d { deny workload w when w.network == private; message \"x\" }\n")
                .policies("policy e { deny network n when n.host == none; message \"x\" }\n")
                .findings();
        assertEquals(
                List.of("container", "memory", "trust", "", ""),
                findings.stream()
                        .map(f ->
                                f.fixes().isEmpty() ? "" : f.fixes().getFirst().text())
                        .map(fix -> fix.startsWith("write `") ? fix.substring(7, fix.length() - 1) : "")
                        .toList(),
                () -> PolicyRun.show(findings).toString());
    }

    @Test
    void whatIsWrongWithATenantIsReportedOnce() {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny container c when c.memory.limit > 1GiB; message \"{c.name}\" }")
                .policies("policy q { deny container c when c.memory.high == none; message \"{c.name}\" }")
                .tenant("globex", "container a { memory { limit = \"2GiB\"; high = 1XB } }")
                .findings();
        assertTrue(
                findings.stream().noneMatch(f -> f.verdict().isPresent()),
                () -> PolicyRun.show(findings).toString());
        assertFalse(findings.isEmpty());
    }

    @Test
    void aTenantWritesNoPolicy() {
        List<Finding> findings = PolicyRun.fleet()
                .file(
                        "tenants/globex/p.bbc",
                        "policy p { deny container c when true; message \"x\" }\n"
                                + "waive q for globex because \"I may\"\n")
                .policies("policy q { deny container c when true; message \"{c.name}\" }\n")
                .tenant("globex", "container a { }")
                .findings();
        assertEquals(
                List.of(Code.PLATFORM_ONLY, Code.PLATFORM_ONLY, Code.DENIED_BY_POLICY),
                findings.stream().map(Finding::code).toList());
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

    private static String containers(int thousands, String fields) {
        return IntStream.range(0, thousands)
                .mapToObj(i -> "for i in 1..1000 { container (\"c" + i + "-{i}\") { " + fields + " } }\n")
                .collect(Collectors.joining());
    }

    private static List<Finding> judge(TestProgram files) {
        Program program = files.platform(PolicyRun.PLATFORM).program();
        Findings findings = new Findings();
        Policies.judge(program, WaiverRules.DEFAULT, Limits.DEFAULT, findings);
        return findings.all();
    }

    @Test
    void tenThousandWorkloadsAreWithinTheBudget() {
        List<Finding> findings = judge(new TestProgram()
                .acme("tenant acme {\n" + containers(10, "") + "}\n")
                .platform("policy p { deny workload w when w.memory.limit > 1GiB"
                        + " or any([v.size > 1GiB for v in w.volume])"
                        + " or w.name == \"c9-1000\" and w.tenant.trust == trusted; message \"{w.name}\" }"));
        assertEquals(List.of("c9-1000"), findings.stream().map(Finding::message).toList());
    }

    @Test
    void aQuadraticPolicyEndsForTheLargeTenantOnly() {
        List<Finding> findings = judge(new TestProgram()
                .acme("tenant acme {\n" + containers(3, "") + "}\n")
                .file("tenants/globex/t.bbc", "tenant globex { container a { } }\n")
                .platform("policy p { deny container c when len([w for w in c.tenant.container]) == 1;"
                        + " message \"{c.name} is alone\" }"));
        assertEquals(2, findings.size(), () -> PolicyRun.show(findings).toString());
        Finding limit = findings.stream()
                .filter(f -> f.code() == Code.POLICY_EXCEEDS_LIMIT)
                .findFirst()
                .orElseThrow();
        assertTrue(limit.message().contains("policy p exceeds its evaluation steps for tenant acme"), limit.message());
        assertTrue(findings.stream().anyMatch(f -> f.message().equals("a is alone")), findings::toString);
    }
}
