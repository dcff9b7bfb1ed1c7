package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.CodePage;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
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
            "quota-required",
                    List.of("container a { }", "quota { cpu = 4; memory = 8GiB; storage = 100GiB }\ncontainer a { }"),
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

    @Test
    void repositoriesNeedSigners() {
        List<Finding> wrong = findings("signed-repositories", "network n { }");
        assertEquals(
                List.of("the repository of tenant globex has no signers"),
                wrong.stream().map(Finding::message).toList());
    }

    @Test
    void allAreTestedAndDescribed() {
        assertEquals(CASES.size() + 1, standard().size());
        String page = CodePage.of(Code.DENIED_BY_POLICY).orElseThrow().text();
        standard().forEach(policy -> assertTrue(page.contains("| `" + policy + "` |"), policy));
    }

    @Test
    void thePlaceOfTheirNamesIsTheCause() {
        Finding finding = findings("hardened-containers", "container a { }").getFirst();
        assertEquals(
                "[hardened-containers]", finding.secondary().getFirst().span().text());
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
