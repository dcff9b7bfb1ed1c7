package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.read.InputBudget;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.testing.TestRun;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every limit of the table: what is one above it is refused, and accepted when the platform raises it by its field. */
class RaisedLimitsTest {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              defaults container { image = debian; memory { limit = 64MiB } }
              %s
            }
            """;

    private static final String LONG_STRING = "let a = '''\n" + ("x".repeat(100) + "\n").repeat(640) + "'''\n";

    private static final Map<Limit, Fleet> ONE_ABOVE = new EnumMap<>(Limit.class);

    static {
        above(Limit.FILE_BYTES, tenant("#\n".repeat(30_000) + ("#" + "x".repeat(126) + "\n").repeat(8_000)));
        above(Limit.FILE_LINES, tenant("\n".repeat(50_001)));
        above(Limit.LINE_BYTES, tenant("#" + "x".repeat(16 << 10) + "\n"));
        above(Limit.TOKEN_BYTES, tenant("let x = '''\n" + ("x".repeat(100) + "\n").repeat(660) + "'''\n"));
        above(Limit.FILE_TOKENS, tenant("let n# = [" + "1,".repeat(1_000) + "1]\n", 101));
        above(Limit.NESTING, tenant("let x = " + "(".repeat(64) + "1" + ")".repeat(64) + "\n"));
        above(Limit.EXPRESSION_OPERATORS, tenant("let x = 1" + " + 1".repeat(513) + "\n"));
        above(Limit.PATH_BYTES, new Fleet().file("tenants/acme/" + ("x".repeat(60) + "/").repeat(4) + "a.bbc", ""));
        above(Limit.PATH_DEPTH, new Fleet().file("tenants/acme/" + "x/".repeat(15) + "a.bbc", ""));
        Fleet files = new Fleet();
        IntStream.rangeClosed(0, 1_000).forEach(i -> files.file("tenants/acme/" + i + ".bbc", ""));
        above(Limit.TENANT_FILES, files);
        Fleet bytes = new Fleet();
        String comment = ("#" + "x".repeat(8_190) + "\n").repeat(128);
        IntStream.rangeClosed(0, 16).forEach(i -> bytes.file("tenants/acme/" + i + ".bbc", comment));
        above(Limit.TENANT_BYTES, bytes);
        above(Limit.TENANT_BLOCKS, tenant("for i in 0..9998 { network (\"n#-{i}\") { } }\n", 11));
        above(
                Limit.BLOCK_PROFILES,
                tenant("container c { for i in 0..1000 { use p(i) } }\n")
                        .file("lib/p.bbc", "profile p(a: Int) for container { tasks = 5 }\n"));
        above(Limit.TENANT_STEPS, tenant(computed("len([i + i + i + i for i in 0..9998])"), 25));
        above(
                Limit.POLICY_STEPS,
                tenant("network n# { }\n", 25)
                        .file(
                                "lib/p.bbc",
                                "policy p { deny network n when len([i + i + i + i for i in 0..9998]) == 1;"
                                        + " message \"{n.name}\" }\n"));
        Fleet tests = new Fleet();
        IntStream.rangeClosed(0, 1_000)
                .forEach(i -> tests.file("tests/" + i + ".bbc", "test \"" + i + "\" { expect true }\n"));
        above(Limit.OWNER_TESTS, tests);
        Fleet steps = new Fleet();
        String counted = "tenant t { "
                + computed("len([i + i + i + i for i in 0..9998])").repeat(24) + " }\n";
        IntStream.rangeClosed(0, 5)
                .forEach(i -> steps.file("tests/" + i + ".bbc", "test \"" + i + "\" { " + numbered(counted) + " }\n"));
        above(Limit.TEST_STEPS, steps);
        above(Limit.LOOP_ELEMENTS, tenant("for i in 0..10000 { quota { tasks = 5 } }\n"));
        above(Limit.TEXT_BYTES, tenant(LONG_STRING + computed("len(split(upper(\"{a}{a}\"), \"y\"))")));
        above(Limit.LIST_ELEMENTS, tenant("let a = [" + "1,\n".repeat(10_000) + "1]\n" + computed("len(a)")));
        Fleet tenants = new Fleet();
        IntStream.rangeClosed(0, 10_000).forEach(i -> tenants.file("tenants/t" + i + "/t.bbc", ""));
        above(Limit.FLEET_TENANTS, tenants);
        Fleet programs = new Fleet();
        IntStream.rangeClosed(0, 200_000).forEach(i -> programs.size("tenants/t" + i % 9_000 + "/" + i + ".bbc", 0));
        above(Limit.FLEET_FILES, programs);
        Fleet entries = new Fleet();
        entries.entries = 1_000_001;
        above(Limit.FLEET_ENTRIES, entries);
        Fleet total = new Fleet();
        IntStream.rangeClosed(0, 2_048).forEach(i -> total.size("tenants/t" + i + "/t.bbc", 1 << 20));
        above(Limit.FLEET_BYTES, total);
    }

    /** Files of a fleet, some of them as sizes alone, and a number of other entries of its folders. */
    private static final class Fleet {
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Map<String, Integer> sizes = new TreeMap<>();
        private long entries;

        Fleet file(String path, String text) {
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        void size(String path, int size) {
            sizes.put(path, size);
        }

        List<RawFile> read(String platform, Limits limits, Findings findings) {
            InputBudget budget = new InputBudget(limits, findings::add);
            List<RawFile> read = new ArrayList<>();
            read.add(new RawFile("platform/p.bbc", platform.getBytes(StandardCharsets.UTF_8)));
            for (long i = 0; i < entries; i++) {
                budget.entry(() -> "docs/a.md");
            }
            sizes.forEach((path, size) -> {
                if (!budget.isFull(path)) {
                    budget.file(path, size);
                }
            });
            files.forEach((path, bytes) -> {
                if (!budget.isFull(path) && budget.file(path, bytes.length)) {
                    read.add(new RawFile(path, bytes));
                }
            });
            return read;
        }

        /** Returns the findings about the limit. */
        List<String> exceeded(Limit limit, String limits) {
            Findings findings = new Findings();
            String platform = PLATFORM.formatted(limits);
            SourceSet sources = Input.read((l, found) -> read(platform, l, found), findings);
            if (limit == Limit.TEST_STEPS) {
                findings.addAll(TestRun.run(Compiler.parsed(sources, findings), test -> true, false, findings)
                        .errors());
            } else {
                Compiler.check(sources, AllocationMode.FREE, findings);
            }
            return findings.sorted().stream()
                    .filter(f -> f.code() == Code.LIMIT_EXCEEDED || f.code() == Code.POLICY_EXCEEDS_LIMIT)
                    .map(Finding::message)
                    .filter(message -> message.contains("(limit " + limit.title() + ": "))
                    .toList();
        }
    }

    private static void above(Limit limit, Fleet fleet) {
        ONE_ABOVE.put(limit, fleet);
    }

    /** Returns a block that needs the value of an expression. */
    private static String computed(String number) {
        return "network n# { mtu = 1400 + " + number + " * 0 }\n";
    }

    private static String numbered(String body) {
        String text = body;
        for (int i = 0; text.contains("n#"); i++) {
            text = text.replaceFirst("n#", "n" + i);
        }
        return text;
    }

    private static Fleet tenant(String body) {
        return tenant(body, 1);
    }

    private static Fleet tenant(String body, int times) {
        return new Fleet()
                .file(
                        "tenants/acme/t.bbc",
                        "tenant acme {\n"
                                + IntStream.range(0, times)
                                        .mapToObj(i -> body.replace("n#", "n" + i))
                                        .collect(Collectors.joining())
                                + "}\n");
    }

    @Test
    void theFieldsAreTheLimitsThatCanBeRaised() {
        String kinds = Stdlib.programs().getFirst().text();
        String fields = Arrays.stream(Limit.values())
                .filter(Limit::raisable)
                .map(RaisedLimitsTest::field)
                .collect(Collectors.joining("", "  limits: block {\n", "  }\n"));
        assertTrue(kinds.contains(fields), fields);
    }

    private static String field(Limit limit) {
        String least = limit.text(limit.standard());
        String most = limit.text(limit.ceiling());
        String range = limit.isSize()
                ? "Size where it >= " + least + " and it <= " + most
                : "Int where it in " + least + ".." + most;
        return "    \"\"\"%s\"\"\"\n    %s: %s = %s\n".formatted(limit.meaning(), limit.title(), range, least);
    }

    @Test
    void aDataFileOfThePlatformRaisesALimit() {
        Fleet fleet = tenant("\n".repeat(50_001))
                .file("platform/data.bbc", "data most: { lines: Int } = file(\"most.json\")\n")
                .file("platform/most.json", "{\"lines\": 100000}");
        assertEquals(List.of(), fleet.exceeded(Limit.FILE_LINES, "limits { file-lines = most.lines }"));
    }

    @TestFactory
    Stream<DynamicTest> oneAboveIsRefusedUntilThePlatformRaisesTheLimit() {
        return Arrays.stream(Limit.values())
                .filter(Limit::raisable)
                .map(limit -> DynamicTest.dynamicTest(limit.title(), () -> {
                    Fleet fleet = ONE_ABOVE.get(limit);
                    List<String> refused = fleet.exceeded(limit, "");
                    assertEquals(1, refused.size(), refused::toString);
                    String raised = "limits { " + limit.title() + " = "
                            + limit.text(Math.min(2 * limit.standard(), limit.ceiling())) + " }";
                    assertEquals(List.of(), fleet.exceeded(limit, raised));
                }));
    }
}
