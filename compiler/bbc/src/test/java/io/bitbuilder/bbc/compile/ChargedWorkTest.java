package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small programs that ask for much work: each ends at a named limit, before the work is done. */
class ChargedWorkTest {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              defaults container { image = debian; memory { limit = 64MiB } }
            }
            """;

    private static final String DOUBLING = """
            profile p%1$d(a: Int) for container {
              use p%2$d(a * 2)
              use p%2$d(a * 2 + 1)
            }
            """;

    private static List<Finding> findings(String tenant) {
        Findings findings = new Findings();
        List<SourceFile> files = List.of(
                new SourceFile("platform/p.bbc", Owner.PLATFORM, PLATFORM),
                new SourceFile("tenants/acme/t.bbc", new Owner.Tenant("acme"), tenant));
        Compiler.check(new SourceSet(files, List.of(), List.of()), AllocationMode.FREE, findings);
        return findings.sorted();
    }

    private static void exceeds(Limit limit, String tenant) {
        List<Finding> findings = findings(tenant);
        assertTrue(
                findings.stream()
                        .anyMatch(f -> f.code() == Code.LIMIT_EXCEEDED
                                && f.message().contains("(limit " + limit.title() + ": ")),
                findings::toString);
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", Integer.toString(i)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void profilesThatDoubleAtEachLevel() {
        String profiles = "profile p0(a: Int) for container { tasks = 5 }\n"
                + IntStream.rangeClosed(1, 39)
                        .mapToObj(i -> DOUBLING.formatted(i, i - 1))
                        .collect(Collectors.joining());
        exceeds(Limit.BLOCK_PROFILES, profiles + "tenant acme { container c { use p39(1) } }\n");
    }

    @Test
    void blocksInLoops() {
        exceeds(
                Limit.TENANT_BLOCKS,
                "tenant acme {\n" + lines(11, "for i in 0..9998 { network (\"n#-{i}\") { } }") + "}\n");
    }

    @Test
    void entriesOfAMap() {
        exceeds(Limit.LIST_ELEMENTS, "tenant acme { container c { env {\n" + lines(10_001, "A# = \"x\"") + "} } }\n");
    }

    @Test
    void elementsThatAFunctionMakes() {
        exceeds(
                Limit.TENANT_STEPS,
                "tenant acme { let x = [split(\"" + ",".repeat(9_000) + "\", \",\") for i in 0..9998]\n"
                        + "container c { env { A = \"{len(x)}\" } } }\n");
    }

    @Test
    void textsThatAFunctionMakes() {
        exceeds(
                Limit.TENANT_STEPS,
                "tenant acme { let x = [upper(\"" + "a".repeat(9_000) + "\") for i in 0..9998]\n"
                        + "container c { env { A = \"{len(x)}\" } } }\n");
    }

    @Test
    void unknownNamesAreNotComparedWithoutEnd() {
        List<Finding> findings = findings("tenant acme {\n" + lines(3_000, "let known# = #") + "container c { env {\n"
                + lines(1_000, "A# = \"{knwn#}\"") + "} } }\n");
        List<Finding> unknown =
                findings.stream().filter(f -> f.code() == Code.UNKNOWN_NAME).toList();
        assertEquals(1_000, unknown.size());
        long suggested = unknown.stream().filter(f -> !f.fixes().isEmpty()).count();
        assertTrue(suggested > 100 && suggested < 1_000, "suggestions: " + suggested);
    }

    /** A full pool names what each tenant holds; the tenants without a slot are not searched for each claim. */
    @Test
    void aFullPoolIsOneFinding() {
        List<Finding> findings = findings("tenant acme { network n { }\n container c { attach n { }\n"
                + "for i in 1..9998 { publish tcp auto -> (i) { } } }\n container d { attach n { }\n"
                + "for i in 1..9998 { publish tcp auto -> (i) { } } } }\n");
        assertEquals(1, findings.size(), findings::toString);
    }
}
