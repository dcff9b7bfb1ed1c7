package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in policies: each once, at the policy, and what they leave valid. */
class PolicyMistakesTest {
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
}
