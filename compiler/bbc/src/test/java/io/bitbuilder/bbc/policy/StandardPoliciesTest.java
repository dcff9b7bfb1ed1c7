package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.CodePage;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.PolicyVerdict;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of the standard library: off until the platform names them, each with what it denies and what not. */
class StandardPoliciesTest {
    private static final Map<String, List<String>> CASES = Map.of(
            "no-host-network", List.of("container a { network = host }", "container a { network = private }"),
            "no-low-ports",
                    List.of(
                            "network n { }\ncontainer a { attach n { }; publish udp 53 -> 53 }",
                            "network n { }\ncontainer a { attach n { }; publish tcp auto -> 80 }"),
            "no-raw-directives", List.of("container a { raw \"service/Service\" { Nice = 5 } }", "network n { }"),
            "hardened-containers", List.of("container a { }", "container a { use hardened() }\nmachine m { }"),
            "closed-egress",
                    List.of("network n { }", "network n { egress { default = deny } }\nnetwork m { mode = bridge }"));

    private static List<Finding> findings(String named, String tenant) {
        return new PolicyRun()
                        .file(
                                "platform/p.bbc",
                                PolicyRun.PLATFORM
                                        .replace("platform p {", "platform p { policies = [" + named + "]")
                                        .replace(
                                                "image debian {", "admit initech { trust = standard }\nimage debian {"))
                        .tenant("initech", tenant)
                        .findings()
                        .stream()
                        .filter(f -> f.verdict().isPresent())
                        .toList();
    }

    private static Set<String> standard() {
        Map<String, ?> policies = new TestProgram().program().policies();
        return policies.keySet();
    }

    @Test
    void eachDeniesItsCaseAndNoOther() {
        CASES.forEach((policy, tenants) -> {
            List<Finding> wrong = findings(policy, tenants.getFirst());
            assertEquals(1, wrong.size(), policy);
            assertEquals(policy, wrong.getFirst().verdict().orElseThrow().policy());
            assertEquals(Code.DENIED_BY_POLICY, wrong.getFirst().code());
            assertTrue(
                    wrong.getFirst().message().contains("initech"),
                    wrong.getFirst().message());
            assertEquals(1, wrong.getFirst().fixes().size(), policy);
            assertEquals(List.of(), findings("", tenants.getFirst()), policy + " is off");
            assertEquals(List.of(), findings(policy, tenants.getLast()), policy);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quota { cpu = 4; memory = 8GiB; storage = 100GiB } |                                   | false
            quota { cpu = 4; memory = 8GiB }                   | quota { storage = 1GiB }          | true
            quota { }                                          |                                   | true
                                                               | quota { memory = 1000TiB }        | true
                                                               | quota { cpu = 4; memory = 8GiB; storage = 1GiB } | true
            """)
    void theQuotaOfThePlatformCountsAndNotThatOfTheTenant(String admitted, String own, boolean denied) {
        String platform = PolicyRun.PLATFORM
                .replace("platform p {", "platform p { policies = [quota-required]")
                .replace("admit acme {", "admit initech { " + (admitted == null ? "" : admitted) + " }\nadmit acme {");
        List<String> messages = new PolicyRun()
                .file("platform/p.bbc", platform).tenant("initech", own == null ? "" : own).findings().stream()
                        .filter(f -> f.verdict().isPresent())
                        .map(Finding::message)
                        .toList();
        assertEquals(
                denied
                        ? List.of("the platform sets no quota of cpu, memory and storage for tenant initech")
                        : List.of(),
                messages);
    }

    @Test
    void letsOfThePlatformChangeNoPolicyOfTheLibrary() {
        String lets = "let trusted = 5\nlet standard = 6\nlet allow = 7\nlet bridge = 8\n";
        PolicyRun run = new PolicyRun()
                .file(
                        "platform/p.bbc",
                        lets
                                + PolicyRun.PLATFORM
                                        .replace("trust = trusted", "")
                                        .replace(
                                                "platform p {",
                                                "platform p { policies = [no-raw-directives, closed-egress]"))
                .policies("policy own { deny tenant t when t.trust == trusted and t.admit == none; message \"x\" }\n")
                .tenant("umbrella", "network n { }\ncontainer a { raw \"service/Service\" { Nice = 5 } }");
        List<Finding> findings = run.findings();
        assertEquals(
                1,
                findings.stream().filter(f -> f.code() == Code.AMBIGUOUS_NAME).count(),
                () -> PolicyRun.show(findings).toString());
        assertEquals(
                List.of("no-raw-directives", "closed-egress"),
                findings.stream()
                        .flatMap(f -> f.verdict().stream())
                        .map(PolicyVerdict::policy)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void aMistakeInTheLibraryIsShownBesideWarningsOfTenants() {
        Program program = new TestProgram()
                .acme("tenant acme { container a { } }")
                .platform(PolicyRun.PLATFORM.replace("platform p {", "platform p { policies = [hardened-containers]")
                        + "policy w { warn container c when true; message \"{c.name}\" }")
                .program();
        Limits few = new Limits(Map.of(Limit.POLICY_STEPS, 2L));
        Findings findings = new Findings();
        Policies.judge(program, WaiverRules.DEFAULT, few, findings);
        Finding shown = findings.sorted().stream()
                .filter(f -> f.message().contains("policy hardened-containers exceeds"))
                .findFirst()
                .orElseThrow();
        assertEquals(Code.POLICY_EXCEEDS_LIMIT, shown.code());
        assertEquals("hardened-containers", shown.primary().span().text());
        assertEquals(Owner.STD, shown.secondary().getFirst().span().file().owner());
    }

    @Test
    void repositoriesNeedSigners() {
        List<Finding> wrong = findings("signed-repositories", "network n { }");
        assertEquals(
                List.of("the repository of tenant globex has no signers"),
                wrong.stream().map(Finding::message).toList());
    }

    @Test
    void allAreTestedAndDescribed() {
        assertEquals(CASES.size() + 2, standard().size());
        String page = CodePage.of(Code.DENIED_BY_POLICY).orElseThrow().text();
        standard().forEach(policy -> assertTrue(page.contains("| `" + policy + "` |"), policy));
    }

    @Test
    void thePlaceOfTheirNamesIsTheCause() {
        Finding finding = findings("hardened-containers", "container a { }").getFirst();
        assertEquals(
                "hardened-containers", finding.secondary().getFirst().span().text());
        assertEquals(
                Owner.PLATFORM, finding.secondary().getFirst().span().file().owner());
    }

    @ParameterizedTest
    @CsvSource({"no-host-netwrk, write `no-host-network`", "closed, "})
    void anUnknownNameIsAnError(String name, String fix) {
        List<Finding> all = new PolicyRun()
                .file(
                        "platform/p.bbc",
                        PolicyRun.PLATFORM.replace("platform p {", "platform p { policies = [" + name + "]"))
                .findings();
        assertEquals(
                "unknown policy `" + name + "` in the standard library",
                all.getFirst().message());
        assertTrue(fix == null || all.getFirst().fixes().getFirst().text().equals(fix), all::toString);
    }
}
