package io.bitbuilder.bbc.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the language: what they see, what makes them fail, and that they change nothing. */
class TestRunTest {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              admit acme { trust = trusted }
              admit globex { }
              defaults container { image = debian }
            }
            profile small(limit: Size = 1GiB, throttled: Bool = true) for container {
              memory { limit = limit }
              if throttled { memory { high = self.limit * 90% } } else { tasks = 50 }
              for v in [1GiB, 2GiB] where v > limit { io { weight = 50 } }
            }
            policy no-tasks { deny container c when c.tasks == 7; message "{c.name} has 7 tasks" }
            """;

    private static final String FLEET = """
            tenant acme {
              network lan { }
              container web { use small(); attach lan { }; volume data { size = 1GiB; mount = "/data" } }
            }
            """;

    private final List<SourceFile> files = new ArrayList<>();

    private TestRunTest file(String path, String text) {
        files.add(new SourceFile(path, Owner.of(path), text));
        return this;
    }

    private static TestRunTest fleet() {
        return new TestRunTest()
                .file("platform/p.bbc", PLATFORM)
                .file("tenants/acme/t.bbc", FLEET)
                .file("tenants/globex/t.bbc", "tenant globex { network other { } }\nlet secret = 1\n");
    }

    private SourceSet sources(Limits limits) {
        return new SourceSet(files, List.of(), List.of(), List.of(), limits);
    }

    private TestResults run(Limits limits, boolean coverage) {
        Findings findings = new Findings();
        ParsedFleet parsed = Compiler.parsed(sources(limits), findings);
        TestResults results = TestRun.run(parsed, test -> true, coverage, findings);
        assertEquals(List.of(), findings.sorted());
        return results;
    }

    private static List<String> platform(String test) {
        return messages(fleet().file("platform/t.bbc", "test \"t\" {\n" + test + "\n}\n"));
    }

    private static List<String> tenant(String test) {
        return messages(fleet().file("tenants/acme/test.bbc", "test \"t\" {\n" + test + "\n}\n"));
    }

    private static List<String> messages(TestRunTest fleet) {
        return fleet.run(Limits.DEFAULT, false).errors().stream()
                .map(f -> f.code() + " " + f.message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant t { container c { use small() } }\nexpect t.c.memory.limit == 1GiB",
                "tenant t { container c { use small() } }\nexpect t.c.memory.high < 1GiB and t.c.tasks == none",
                "tenant t { container c { use small() } }\nexpect t.c.network == private",
                "tenant t { container c { use small() } }\nexpect t.c.image == debian and t.c.place == node-a",
                "tenant t { network n { } }\nexpect t.n.subnet != none and t.n.subnet6 == none",
                "tenant t { network n { }; container c { use small(); attach n { } } }\n"
                        + "expect t.c.attach.n.ipv4 in t.n.subnet",
                "let n = 3\ntenant t { for i in 1..n { container (\"c-{i}\") { use small() } } }\n"
                        + "expect len(t.container) == n",
                "tenant t { container c { use small() } }\nexpect all([c.memory.limit > 1MiB for c in t.container])",
                "tenant t { container c { use small(limit = 2GiB) } }\n"
                        + "expect unit(\"t.c\") has Service.MemoryMax = 2GiB",
                "tenant t { container c { use small() } }\nexpect unit(\"t.c\") has Service.MemoryMax",
                "tenant t { container c { use small() } }\nexpect unit(\"t.c\") has not Service.TasksMax",
                "tenant t { container c { use small() } }\nexpect unit(\"t.c\") has not Service.MemoryMax = 2GiB",
                "tenant t { network n { }; container c { use small(); attach n { } } }\n"
                        + "expect unit(\"t.n\") has NetDev.Kind = \"bridge\"\n"
                        + "expect unit(\"t.n\") has Network.DHCPServer = true",
                "tenant t { quota { memory = 4GiB }; container c { use small() } }\n"
                        + "expect unit(\"t\") has Slice.MemoryMax = 4GiB",
                "tenant t { container c { use small() } }\n"
                        + "expect file(\"hosts/node-a/etc/systemd/nspawn/t.c.nspawn\") has Exec.Hostname = \"c\"",
                "expect error no-tasks in { tenant t { container c { use small(); tasks = 7 } } }",
                "expect error POL001 in { tenant t { container c { use small(); tasks = 7 } } }",
                "tenant a { network n { subnet = 10.0.0.0/24 } }\n"
                        + "expect error NET004 in { tenant b { network n { subnet = 10.0.0.0/25 } } }",
                "expect warning NAM014 in { tenant t { network n { }; network m { }; "
                        + "container c { use small(); attach m { } } } }",
                "platform q { admit t { quota { memory = 1GiB } } }\ntenant t { }\n"
                        + "expect error RES102 in { tenant t { quota { memory = 2GiB } } }",
                "platform q { admit t { } }\nexpect error OWN003 in { tenant u { } }",
                "expect acme.web.memory.limit == 1GiB and p.systemd == 262",
                "expect unit(\"acme.web\") has Service.MemoryMax = 1GiB",
                "expect acme.web.volume.data.size == 1GiB and len(acme.web.volume) == 1",
                "tenant t { network n { } }",
            })
    void passes(String test) {
        assertEquals(List.of(), platform(test));
    }

    @Test
    void wordsOfLabelsAreBareAsInPolicies() {
        String labels = "tenant t { container c { use small(); labels { tier = web } } }\n";
        assertEquals(
                List.of(),
                platform(labels + "expect t.c.labels.tier == web and web == t.c.labels.tier\n"
                        + "expect t.c.labels.stage != live\n"
                        + "expect all([c.labels.tier == web for c in t.container])"));
        assertEquals(
                List.of("TST001 failed expectation: \"web\" == db"), platform(labels + "expect t.c.labels.tier == db"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            has not Servise.MemoryMax       | unknown section [Servise] of the files
            has not Service.MemoryMaxx = 3  | unknown directive `MemoryMaxx` in [Service]
            has Service.Kind                | unknown directive `Kind` in [Service]
            """)
    void directivesThatNoReleaseHasAreMistakes(String directive, String message) {
        List<String> found = platform("tenant t { container c { use small() } }\nexpect unit(\"t.c\") " + directive);
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.getFirst().endsWith(" " + message), found::toString);
    }

    @Test
    void tenantsOfTestsAreAdmittedBesideThoseOfAProfile() {
        TestRunTest fleet = new TestRunTest()
                .file(
                        "platform/p.bbc",
                        PLATFORM.replaceAll("admit .*", "").replace("platform p {", "platform p { use all();")
                                + "profile all() for platform { use some() }\n"
                                + "profile some() for platform { admit acme { }; admit globex { } }\n")
                .file("tenants/acme/t.bbc", FLEET)
                .file("tenants/globex/t.bbc", "tenant globex { network other { } }\n")
                .file("platform/t.bbc", "test \"t\" { tenant t { container c { use small() } } }\n");
        assertEquals(List.of(), messages(fleet));
    }

    @Test
    void bothValuesOfAComparisonAreShown() {
        String small = "tenant t { container c { use small() } }\n";
        assertEquals(
                List.of("TST001 failed expectation: 1GiB == 2GiB"),
                platform(small + "expect t.c.memory.limit == 2GiB"));
        assertEquals(
                List.of("TST001 failed expectation: private == host"),
                platform(small + "expect t.c.memory.limit == 1GiB and t.c.network == host"));
        assertEquals(
                List.of("TST001 failed expectation: \"c\" != \"c\""), platform(small + "expect t.c.name != \"c\""));
        assertEquals(
                List.of("TST001 failed expectation: [] contains @reboot"),
                platform(small + "expect t.c.security.syscalls.deny contains @reboot"));
        assertEquals(List.of("TST001 failed expectation: it is false"), platform(small + "expect not true"));
        assertEquals(List.of("TST001 failed expectation: none == 5"), platform(small + "expect t.c.tasks == 5"));
    }

    @Test
    void directivesShowWhatTheyAre() {
        String small = "tenant t { container c { use small() } }\n";
        assertEquals(
                List.of("TST001 failed expectation: Service.MemoryMax is 1G, expected 2G"),
                platform(small + "expect unit(\"t.c\") has Service.MemoryMax = 2GiB"));
        assertEquals(
                List.of("TST001 failed expectation: Service.TasksMax is not set, expected 5"),
                platform(small + "expect unit(\"t.c\") has Service.TasksMax = 5"));
        assertEquals(
                List.of("TST001 failed expectation: Service.MemoryMax is 1G, expected no 1G"),
                platform(small + "expect unit(\"t.c\") has not Service.MemoryMax = 1GiB"));
        assertEquals(
                List.of("NAM003 unknown block `t.d` of a unit"),
                platform(small + "expect unit(\"t.d\") has Service.MemoryMax"));
        assertEquals(
                List.of("NAM003 unknown compiled file `etc/passwd`"),
                platform(small + "expect file(\"etc/passwd\") has A.B"));
        assertEquals(
                List.of("NAM004 unknown source of directives `units`"),
                platform(small + "expect units(\"t.c\") has A.B"));
    }

    @Test
    void errorsAreExactlyTheExpectedOnes() {
        assertEquals(
                List.of("TST002 expected error NET004, found none"),
                platform("expect error NET004 in { tenant t { network n { } } }"));
        assertEquals(
                List.of("TST002 expected error NET004, found RES001"),
                platform("expect error NET004 in { tenant t { container c { } } }"));
        assertEquals(
                List.of("TST002 unexpected error beside no-tasks: RES107"),
                platform("expect error no-tasks in { tenant t { container c { use small(); tasks = 7 }; "
                        + "container d { use small(); memory { high = 2GiB } } } }"));
        assertEquals(
                List.of("TST002 expected warning NET004, found NET004"),
                platform("tenant a { network n { subnet = 10.0.0.0/24 } }\n"
                        + "expect warning NET004 in { tenant b { network n { subnet = 10.0.0.0/25 } } }"));
        assertEquals(List.of("NAM004 unknown code `NET999`"), platform("expect error NET999 in { tenant t { } }"));
        assertEquals(List.of("NAM004 unknown policy `no-task`"), platform("expect error no-task in { tenant t { } }"));
    }

    @Test
    void errorsOfTheBlocksFailTheTest() {
        assertEquals(
                List.of("RES001 missing field `memory.limit` in container t.c"),
                platform("tenant t { container c { } }\nexpect t.c.memory.limit == 1GiB"));
    }

    @Test
    void aTenantsTestReadsOnlyItself() {
        assertEquals(List.of(), tenant("tenant acme { container c { use small() } }\nexpect acme.c.tasks == none"));
        assertEquals(List.of(), tenant("expect acme.web.memory.limit == 1GiB"));
        assertEquals(List.of("NAM001 unknown name `globex`"), tenant("expect globex.other.ipv6"));
        assertEquals(List.of("NAM001 unknown name `p`"), tenant("expect p.systemd == 262"));
        assertEquals(List.of("NAM001 unknown name `secret`"), tenant("expect secret == 1"));
        assertEquals(
                List.of("NAM003 unknown block `globex.other` of a unit"),
                tenant("expect unit(\"globex.other\") has NetDev.Kind"));
        assertEquals(
                List.of("NAM003 unknown compiled file `hosts/node-a/etc/extension-release.d/extension-release.bbc`"),
                tenant("expect file(\"hosts/node-a/etc/extension-release.d/extension-release.bbc\") has A.B"));
        assertEquals(
                List.of("OWN002 tenant `globex` is declared in a file of tenant acme"),
                tenant("tenant globex { }\nexpect 1 == 1"));
        assertEquals(
                List.of("OWN001 tenant acme cannot declare `platform`, which is reserved for the platform"),
                tenant("platform p { }\ntenant acme { }"));
    }

    @Test
    void testsOfAnErroneousFleetNeedBlocksOfTheirOwn() {
        TestRunTest broken = fleet().file("tenants/acme/b.bbc", "tenant acme { container b { } }\n");
        broken.file("platform/t.bbc", "test \"own\" { tenant t { container c { use small() } } }\n");
        assertEquals(List.of(), messages(broken));
        broken.file("platform/u.bbc", "test \"fleet\" { expect acme.web.name == \"web\" }\n");
        assertEquals(List.of("TST001 failed expectation: the fleet has errors"), messages(broken));
    }

    @Test
    void aTestChangesNoTree() {
        Findings findings = new Findings();
        var without = Compiler.compile(fleet().sources(Limits.DEFAULT), AllocationMode.FREE, findings);
        TestRunTest tested = fleet().file(
                        "tenants/acme/test.bbc",
                        "test \"t\" { tenant acme { container more { use small() } }; expect acme.more.tasks == 1 }\n");
        var with = Compiler.compile(tested.sources(Limits.DEFAULT), AllocationMode.FREE, findings);
        assertEquals(false, findings.hasErrors());
        assertEquals(
                without.tree().orElseThrow().files().stream().map(f -> f.path()).toList(),
                with.tree().orElseThrow().files().stream().map(f -> f.path()).toList());
    }

    @Test
    void coverageListsBranchesThatNoTestTakes() {
        TestRunTest fleet = fleet().file(
                        "lib/p.bbc",
                        "profile unused() for container { }\nprofile nested() for container {\n"
                                + "  if false { if true { tasks = 5 } }\n}\n")
                .file("platform/t.bbc", "test \"t\" { tenant t { container c { use small(); use nested() } } }\n");
        assertEquals(
                List.of("lib/p.bbc:1 profile unused", "lib/p.bbc:3 if false", "platform/p.bbc:10 else of if throttled"),
                fleet.run(Limits.DEFAULT, true).untaken().stream()
                        .map(b -> b.place().file().path() + ":" + b.place().line() + " " + b.what())
                        .toList());
    }

    /** Each compiles a fleet, though its blocks have next to no expressions. */
    @Test
    void fleetsOfOneTestHaveALimit() {
        String expectations = "expect error NET004 in { tenant t { } }\n".repeat(40);
        TestRunTest fleet = fleet().file("platform/t.bbc", "test \"p\" {\n" + expectations + "}\n");
        List<String> found =
                fleet.run(Limits.DEFAULT.with(Limit.TEST_STEPS, 4 * TestRun.FLEET_STEPS), false).errors().stream()
                        .map(f -> f.code().id())
                        .toList();
        assertEquals("LIM001", found.getFirst());
        assertTrue(found.size() <= 6, found::toString);
    }

    @Test
    void testsOfOneOwnerHaveALimitOfSteps() {
        String loop =
                "let n = len([i + i + i for i in 0..9998])\ntenant acme { container c { use small(); tasks = n } }\n";
        TestRunTest fleet = fleet().file("platform/t.bbc", "test \"p\" { tenant t { } }\n");
        IntStream.range(0, 4)
                .forEach(i -> fleet.file("tenants/acme/" + i + ".bbc", "test \"" + i + "\" {\n" + loop + "}\n"));
        TestResults results = fleet.run(Limits.DEFAULT.with(Limit.TEST_STEPS, 100_000), false);
        assertEquals(
                List.of("p true", "0 true", "1 false"),
                results.results().stream()
                        .map(r -> r.test().title() + " " + r.passed())
                        .toList());
        assertTrue(results.errors().getFirst().message().contains("(limit test-steps: 100000)"), results::toString);
    }
}
