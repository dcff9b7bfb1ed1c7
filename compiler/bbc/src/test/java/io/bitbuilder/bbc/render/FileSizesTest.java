package io.bitbuilder.bbc.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.bind.TestFleet;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Check knows which files compile cannot write: it renders each fleet that has blocks enough for one. */
class FileSizesTest {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 640; memory = 2560GiB; storage = 40TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              defaults container { image = debian; memory { limit = 64MiB } }
              defaults machine { image = debian; memory { limit = 64MiB } }
            }
            """;

    /** Bytes of a file that depend on no block: headers, the fixed runtime. */
    private static final long FIXED = 64 << 10;

    static Stream<Example> examples() {
        return Example.all();
    }

    private static void assertBounded(Fleet fleet) {
        long most = FIXED + FileSizes.EACH * FileSizes.parts(fleet);
        for (TreeFile file : CompiledTree.of(fleet).tree().files()) {
            long size = file.bytes().length;
            assertTrue(size <= most, () -> file.path() + " has " + size + " bytes of " + most);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void filesOfExamplesGrowNoFasterThanTheyAreCounted(Example example) {
        assertBounded(example.compile().fleet().orElseThrow());
    }

    /** Many blocks with the longest names, of each kind that the files of a tenant or a host list. */
    @Test
    void filesOfManyBlocksGrowNoFasterThanTheyAreCounted() {
        String name = "x".repeat(50);
        String ranges =
                IntStream.range(0, 40).mapToObj(i -> "10.1." + i + ".0/24").collect(Collectors.joining(", "));
        String networks = IntStream.range(0, 60)
                .mapToObj(i -> "  network " + name + i + " { egress { default = deny; allow = [" + ranges + "] } }\n")
                .collect(Collectors.joining());
        String workloads = IntStream.range(0, 60)
                .mapToObj(i -> "  container c" + name + i + " { attach e0 { network = " + name + i
                        + " }; publish tcp auto -> 80; "
                        + "publish udp auto -> 80; volume v" + name
                        + " { size = 16MiB; mount = \"/srv\" }; services { portable = [" + name + "a, " + name
                        + "b] } }\n  expose e" + i + " { on = c" + name + i + "; port = tcp(80); to = [globex] }\n")
                .collect(Collectors.joining());
        String consumes = IntStream.range(0, 60)
                .mapToObj(i -> "  consume acme.e" + i + " { on = lan; as = \"e" + i + "\" }\n")
                .collect(Collectors.joining());
        assertBounded(TestFleet.of(PLATFORM + "tenant acme {\n" + networks + workloads + "}\n"
                + "tenant globex {\n  network lan { }\n  container web { attach lan { } }\n" + consumes + "}\n"));
    }

    /** Labels are in the manifests of the tenant and of the host, and a profile gives them to many workloads. */
    @Test
    void manyLabelsAreCounted() {
        String labels = IntStream.range(0, 400)
                .mapToObj(i -> "l" + i + "x".repeat(50) + " = " + "y".repeat(60))
                .collect(Collectors.joining("\n"));
        Fleet fleet = TestFleet.of(PLATFORM + "profile big() for container { labels {\n" + labels + "\n} }\n"
                + "tenant acme {\n  labels {\n" + labels + "\n}\n"
                + "  for i in 1..40 { container (\"c{i}\") { use big() } }\n}\n");
        assertTrue(FileSizes.parts(fleet) > 41 * 400);
        assertBounded(fleet);
    }

    @Test
    void aFileAboveTheMaximumIsReportedAtTheLargestTenant() {
        Fleet fleet = TestFleet.of(PLATFORM + """
                tenant acme {
                  container a { }
                }
                tenant globex {
                  container a { }
                  container b { }
                }
                """);
        Findings none = new Findings();
        FileSizes.check(fleet, none);
        FileSizes.check(fleet, TreeFile.MAX_BYTES, none);
        assertEquals(List.of(), none.all());
        Findings findings = new Findings();
        FileSizes.check(fleet, 100, findings);
        Finding finding = findings.all().getFirst();
        assertEquals("LIM003", finding.code().toString());
        assertEquals("tenants/globex/tenant.bbc:1:1", finding.primary().span().toString());
        assertTrue(
                finding.message()
                        .contains("bytes, which exceeds 100B; tenant globex has the most blocks and entries, 8"),
                finding.message());
    }
}
