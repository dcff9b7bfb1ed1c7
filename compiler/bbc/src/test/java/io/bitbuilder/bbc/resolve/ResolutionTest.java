package io.bitbuilder.bbc.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.scalar.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Meaning of programs; one mistake causes one finding. */
class ResolutionTest {
    private static final String PLATFORM = """
            platform here {
              host node-a { cpu = 16; memory = 64GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
            }
            """;

    private static TestProgram of(String acme) {
        return new TestProgram().platform(PLATFORM).acme(acme);
    }

    private static TestProgram web(String body) {
        return of("tenant acme {\n network front { }\n container web {\n image = debian\n" + body + "\n}\n}");
    }

    private static Container only(TestProgram program) {
        Fleet fleet = program.fleet().orElseThrow();
        assertEquals("", program.text());
        return fleet.tenants().getFirst().containers().getFirst();
    }

    private static void says(TestProgram program, String... codes) {
        assertEquals(List.of(codes), program.codes(), program::text);
    }

    @Test
    void valuesFollowSelfSiblingsAndPlaces() {
        Container web = only(web("""
                memory { limit = 1GiB; high = self.limit * 90% }
                tasks = if workload.memory.limit > 512MiB then 100 else 10
                attach front { }
                env { WHERE = "{tenant.name} {host.name} {front.mode} {self.tasks}" }
                """));
        assertEquals(new Size((1L << 30) * 9 / 10), web.memory().high().orElseThrow());
        assertEquals("acme node-a nat 100", web.env().get("WHERE"));
    }

    @Test
    void loopsMakeBlocksByName() {
        Container web = only(web("""
                memory { limit = 1GiB }
                for v in [{ name = "logs"; size = 1GiB }, { name = "data"; size = 2GiB }] where v.size > 1GiB {
                  volume (v.name) { size = v.size; mount = "/srv/{v.name}" }
                }
                """));
        assertEquals(List.of("data"), web.volume().stream().map(v -> v.name()).toList());
    }

    @Test
    void loopsOverMapsReadKeysAndValues() {
        Container web = only(web("""
                memory { limit = 1GiB }
                let sizes = ({ logs = 1GiB; data = 2GiB })
                for name, size in sizes where size > 1GiB {
                  volume (name) { size = size; mount = "/srv/{name}" }
                }
                env { LIMITS = join(["{key}={limit}" for key, limit in ({ A = 1; B = 2 })], ",") }
                """));
        assertEquals(List.of("data"), web.volume().stream().map(v -> v.name()).toList());
        assertEquals("A=1,B=2", web.env().get("LIMITS"));
        says(web("memory { limit = 1GiB }; for a, b in [1, 2] { tasks = b }"), "TYP001");
        says(web("memory { limit = 1GiB }; for a, a in ({ x = 1 }) { env { K = a } }"), "NAM005");
    }

    @Test
    void theBlockOverridesProfilesAndRecordsThem() {
        TestProgram program = of("""
                profile low for container { tasks = 10 }
                profile small for container { use low; tasks = 20 }
                tenant acme { container web { image = debian; use small; memory { limit = 1GiB } } }
                """);
        Container web = only(program);
        assertEquals(20L, web.tasks().orElseThrow());
        List<FieldWrite> writes = program.program()
                .tenants()
                .getFirst()
                .block("container", "web")
                .orElseThrow()
                .writes("tasks");
        assertEquals(
                List.of(FieldWrite.Outcome.WINS, FieldWrite.Outcome.OVERRIDDEN),
                writes.stream().map(FieldWrite::outcome).toList());
        assertEquals("small", ((WriteStep.Profile) writes.getFirst().chain().getFirst()).title());
    }

    @Test
    void oneProfileWithTheSameArgumentsIsOneWriter() {
        Container web = only(of("""
                profile tasked(n: Int) for container { tasks = n }
                profile a for container { use tasked(5) }
                profile b for container { use tasked(n = 5) }
                tenant acme { container web { image = debian; use a; use b; memory { limit = 1GiB } } }
                """));
        assertEquals(5L, web.tasks().orElseThrow());
    }

    @Test
    void aRemovedBlockIsGoneAndANearerOneStartsFresh() {
        Tenant acme = of("""
                profile base for tenant { network lan { stp = true }; network old { } }
                profile next for tenant { use base; network lan = none; network old = none }
                tenant acme { use next; network lan { isolate = true } }
                """).fleet().orElseThrow().tenants().getFirst();
        assertEquals(List.of("lan"), acme.networks().stream().map(n -> n.name()).toList());
        assertFalse(acme.networks().getFirst().at().fields().containsKey("stp"));
        assertTrue(acme.networks().getFirst().isolate());
    }

    @Test
    void removalAgainstAnUnrelatedWriterIsAConflict() {
        says(of("""
                profile with for tenant { network lan { } }
                profile without for tenant { network lan = none }
                tenant acme { use with; use without }
                """), "MRG001");
        says(of("tenant acme { quota { cpu = 2 }; quota = none }"), "MRG003");
    }

    @Test
    void mapsMergeByKey() {
        Container web = only(of("""
                profile base for container { env { A = "1"; B = "1" } }
                tenant acme {
                  container web { image = debian; use base; memory { limit = 1GiB }; env { B = "2"; C = "2" } }
                }
                """));
        assertEquals("{A=1, B=2, C=2}", web.env().toString());
    }

    @Test
    void listsAddInTheOrderOfUse() {
        Container web = only(of("""
                profile base for container { services { systemd = ["a.service"] } }
                profile next for container { use base; services { systemd += ["b.service"] } }
                tenant acme {
                  container web {
                    image = debian; use next; memory { limit = 1GiB }; services { systemd += ["c.service"] }
                  }
                }
                """));
        assertEquals(
                List.of("a.service", "b.service", "c.service"), web.services().systemd());
    }

    @Test
    void finalHoldsAgainstTheBlock() {
        TestProgram program = web("memory { limit = 1GiB }; tasks = 9")
                .platform("platform here { defaults container { final tasks = 5 } }");
        says(program, "MRG002");
    }

    @Test
    void oneMistakeGivesOneFinding() {
        says(
                web("memory { limit = 1 }; env { M = \"{self.memory.limit}\" }; root { size = workload.memory.limit }"),
                "TYP001");
        says(web("memory { limit = self.limt }"), "NAM002");
        says(web("memory { limit = nope; high = self.limit }"), "NAM001");
        says(web("if nope { memory { limit = 1GiB } }"), "NAM001");
        says(web("use nope; memory { limit = 1GiB }"), "NAM004");
        says(web("memory { limit = 1GiB }; cpu { cores = host.cpu }"), "STG001");
        says(of("tenant acme { network a { subnet = b.subnet }; network b { } }"), "STG001");
        says(web("memory { limit = self.high; high = self.limit }"), "EVA001");
    }

    @Test
    void missingBlocksOfADamagedFileAreNotReported() {
        says(
                of("tenant acme {\n container web {\n image = \n memory { limit = 1GiB\n }\n }\n "
                        + "container db { image = debian }\n}"),
                "SYN001");
    }

    @Test
    void mistakesOfOneTenantHideNoFindingsOfAnother() {
        TestProgram program = web("memory { limit = 1 }")
                .file("tenants/globex/t.bbc", "tenant globex { network lan { mode = natt } }");
        says(program, "TYP001", "NAM001");
    }

    @Test
    void theOrderOfFilesHasNoMeaning() {
        String one = "tenant acme { network front { } }";
        String two = "tenant acme { container web { image = debian; memory { limit = 1GiB }; attach front { } } }";
        Fleet forward = new TestProgram()
                .file("tenants/acme/a.bbc", one)
                .file("tenants/acme/b.bbc", two)
                .platform(PLATFORM)
                .fleet()
                .orElseThrow();
        Fleet backward = new TestProgram()
                .platform(PLATFORM)
                .file("tenants/acme/b.bbc", two)
                .file("tenants/acme/a.bbc", one)
                .fleet()
                .orElseThrow();
        assertEquals(
                forward.tenants()
                        .getFirst()
                        .containers()
                        .getFirst()
                        .attach()
                        .getFirst()
                        .ipv4(),
                backward.tenants()
                        .getFirst()
                        .containers()
                        .getFirst()
                        .attach()
                        .getFirst()
                        .ipv4());
    }

    @Test
    void budgetsEndEveryProgram() {
        says(web("memory { limit = 1GiB }; tasks = len([x for x in range(1, 20000)])"), "LIM001");
        says(
                web("memory { limit = 1GiB }; tasks = len([z for z in [len([y for y in range(1, 9000)]) "
                        + "for x in range(1, 9000)]])"),
                "LIM001");
    }

    @Test
    void longChainsAreRefusedWithoutStackOverflow() {
        StringBuilder lets = new StringBuilder("memory { limit = 1GiB }; tasks = v0\n");
        for (int i = 0; i < 190; i++) {
            lets.append("let v")
                    .append(i)
                    .append(" = ")
                    .append("1 + (".repeat(50))
                    .append("v")
                    .append(i + 1)
                    .append(")".repeat(50))
                    .append('\n');
        }
        TestProgram program = web(lets + "let v190 = 1");
        assertTrue(program.codes().contains("LIM032"), program::text);
    }

    @Test
    void anEntryOfAMapBeatsEachOfTheWritersThatAgreeOnIt() {
        says(of("""
                profile a for container { env = ({ X = "1" }) }
                profile b for container { env = ({ X = "1" }) }
                profile c for container { use a; env.X = "2" }
                tenant acme { container web { image = debian; use b; use c; memory { limit = 1GiB } } }
                """), "MRG001");
    }

    @Test
    void aBlockOpenedAndRemovedByOneWriterIsADuplicateInAnyOrder() {
        String profiles = """
                profile both for container { volume v { size = 1GiB; mount = "/v" }; volume v = none }
                profile opens for container { volume v { size = 1GiB; mount = "/v" } }
                """;
        for (String uses : List.of("use opens; use both", "use both; use opens")) {
            says(
                    of(profiles + "tenant acme { container web { image = debian; memory { limit = 1GiB }; " + uses
                            + " } }"),
                    "MRG003");
        }
    }
}
