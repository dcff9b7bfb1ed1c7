package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What policies cost: steps of one policy and tenant, and what happens above them. */
class PolicyBudgetTest {
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
