package io.bitbuilder.bbc.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.bind.TestFleet;
import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Placement by labels, apart from others, and spread; with the reasons when no host is left. */
class PlacementTest {
    private final Findings findings = new Findings();

    private static String host(String name, String labels) {
        return "host " + name + " { cpu = 64; memory = 1TiB; storage = 1TiB; uplink = \"u\"; address = 192.0.2."
                + (name.charAt(0) - 'a' + 2) + "/32; labels { " + labels + " } }";
    }

    private static final String HOSTS = String.join(
            "\n", host("a", "zone = x; disk = ssd"), host("b", "zone = x"), host("c", "zone = y"), host("d", ""));

    private Map<String, String> places(String hosts, String tenant, Locks locks) {
        TestProgram test = TestFleet.program(
                "platform p { defaults container { memory { limit = 16MiB } }\n" + hosts + " }\n" + tenant);
        var program = test.program();
        assertEquals("", test.text());
        Grants grants = Allocator.allocate(program, locks, AllocationMode.FREE, findings);
        Map<String, String> places = new TreeMap<>();
        grants.all().forEach((claim, grant) -> {
            if (grant instanceof Grant.Place(String host)) {
                places.put(claim.block().name(), host);
            }
        });
        return places;
    }

    private Map<String, String> places(String tenant) {
        return places(HOSTS, "tenant t {\n" + tenant + "\n}\n", Locks.NONE);
    }

    private List<String> refused() {
        return findings.sorted().stream()
                .map(f -> f.code() + " " + f.message() + ": " + f.why().orElse(""))
                .toList();
    }

    private static String many(int count, String placement) {
        return IntStream.range(0, count)
                .mapToObj(i -> "container c" + i + " { placement { " + placement + " } }\n")
                .collect(Collectors.joining());
    }

    @Test
    void aHostHasAllLabels() {
        assertEquals(
                Set.of("a"),
                new HashSet<>(places(many(20, "on { disk = ssd; zone = x }")).values()));
        assertEquals(
                Set.of("a", "b"),
                new HashSet<>(places(many(20, "on { zone = x }")).values()));
        assertEquals(List.of(), refused());
    }

    @Test
    void aGroupNeedsTheLabelsOfAllItsMembers() {
        Map<String, String> places = places("network n { }\n"
                + "container v { attach n { }; placement { on { disk = ssd } } }\ncontainer w { attach n { } }");
        assertEquals(Map.of("v", "a", "w", "a"), places);
    }

    @Test
    void eachHostHasItsReason() {
        places("container c { placement { on { zone = y; disk = ssd } } }");
        assertEquals(
                List.of("RES116 no host fulfils the placement of workload t.c: a has zone = x, not y; "
                        + "b has no label disk, has zone = x, not y; c has no label disk; "
                        + "d has no label disk, has no label zone"),
                refused());
    }

    @Test
    void capacityIsAReasonBesideLabels() {
        places("container c { memory { limit = 2TiB }; placement { on { zone = y } } }");
        assertEquals(1, refused().size());
        assertEquals(
                "c has 1TiB of the 2TiB of memory",
                Arrays.stream(findings.sorted().getFirst().why().orElseThrow().split("; "))
                        .filter(r -> r.startsWith("c "))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void workloadsAreApartWhicheverSaysSo() {
        for (int i = 0; i < 20; i++) {
            Map<String, String> places =
                    places("container x" + i + " { placement { apart-from = [y] } }\ncontainer y { }");
            assertNotEquals(places.get("x" + i), places.get("y"));
        }
        places("container v { placement { apart-from = [w, x, y, z] } }\n"
                + "container w { place = a }\ncontainer x { place = b }\ncontainer y { place = c }\n"
                + "container z { place = d }");
        assertEquals(
                List.of("RES116 no host fulfils the placement of workload t.v: "
                        + "a runs t.w; b runs t.x; c runs t.y; d runs t.z"),
                refused());
    }

    @Test
    void oneHostIsNoExcuse() {
        places(
                host("a", ""),
                "tenant t { container v { placement { apart-from = [w] } }; container w { } }\n",
                Locks.NONE);
        assertEquals(List.of("RES116 no host is left for workload t.w: a runs t.v"), refused());
    }

    /** In the order of names, some of the first ones take the only host of those after them. */
    @Test
    void namesDoNotDecideWhetherAllHaveAHost() {
        String pairs = IntStream.range(0, 6)
                .mapToObj(i -> "container a" + i + " { placement { apart-from = [b" + i + "] } }\n" + "container b" + i
                        + " { placement { on { zone = y } } }\n")
                .collect(Collectors.joining());
        Map<String, String> places = places(pairs);
        assertEquals(List.of(), refused());
        for (int i = 0; i < 6; i++) {
            assertEquals("c", places.get("b" + i));
            assertNotEquals("c", places.get("a" + i));
        }
        assertEquals(places, places(String.join("\n", pairs.lines().toList().reversed())));
    }

    /** Each of three fits two hosts, and only one assignment gives all of them one. */
    @Test
    void groupsMakeWayForEachOther() {
        String hosts =
                host("a", "p = on; q = on") + "\n" + host("b", "p = on; r = on") + "\n" + host("c", "q = on; s = on");
        for (int i = 0; i < 8; i++) {
            String apart = "apart-from = [u" + i + ", v" + i + ", w" + i + "]";
            String tenant = IntStream.of(i)
                    .mapToObj(n -> workload("u" + n, "p = on", apart)
                            + workload("v" + n, "q = on", apart)
                            + workload("w" + n, "s = on", apart))
                    .collect(Collectors.joining());
            Map<String, String> places = places(hosts, "tenant t {\n" + tenant + "}\n", Locks.NONE);
            assertEquals(Map.of("u" + i, "b", "v" + i, "a", "w" + i, "c"), places);
        }
        assertEquals(List.of(), refused());
    }

    private static String workload(String name, String on, String apart) {
        return "container " + name + " { placement { on { " + on + " }; "
                + apart.replace(name + ", ", "").replace(", " + name, "") + " } }\n";
    }

    /** Two of three fit one host of 1TiB together, and another pair does not. */
    @Test
    void requestsMakeWayForEachOther() {
        String hosts = host("a", "") + "\n" + host("b", "");
        for (int i = 0; i < 8; i++) {
            String tenant = "tenant t {\n" + sized("a" + i, 300) + sized("b" + i, 300) + sized("c" + i, 700)
                    + sized("d" + i, 700) + "}\n";
            Map<String, String> places = places(hosts, tenant, Locks.NONE);
            assertEquals(List.of(), refused());
            assertNotEquals(places.get("c" + i), places.get("d" + i));
            assertNotEquals(places.get("a" + i), places.get("b" + i));
        }
    }

    private static String sized(String name, int size) {
        return "container " + name + " { memory { limit = " + size + "GiB } }\n";
    }

    @Test
    void withoutASolutionThoseThatAreLeftAreReported() {
        String apart = IntStream.range(0, 5)
                .mapToObj(i -> "container c" + i + " { placement { apart-from = ["
                        + IntStream.range(0, i).mapToObj(n -> "c" + n).collect(Collectors.joining(", ")) + "] } }\n")
                .collect(Collectors.joining());
        places(apart);
        assertEquals(1, refused().size(), () -> refused().toString());
        assertTrue(refused().getFirst().startsWith("RES116 no host is left for workload t.c"), refused()::toString);
    }

    /** Twelve that are all apart from each other on eleven hosts: eleven factorial ways, none of which works. */
    @Test
    void theSearchIsBounded() {
        String hosts = IntStream.range(0, 11)
                .mapToObj(i -> host(String.valueOf((char) ('a' + i)), ""))
                .collect(Collectors.joining("\n"));
        String tenant = IntStream.range(0, 12)
                .mapToObj(i -> "container c" + i + " { placement { apart-from = ["
                        + IntStream.range(0, i).mapToObj(n -> "c" + n).collect(Collectors.joining(", ")) + "] } }\n")
                .collect(Collectors.joining());
        places(hosts, "tenant t {\n" + tenant + "}\n", Locks.NONE);
        assertEquals(1, refused().size(), () -> refused().toString());
        assertTrue(
                refused().getFirst().endsWith("; the search for other hosts of the others ended after 500000"),
                refused()::toString);
    }

    @Test
    void networksAndApartFromContradictEachOther() {
        places("network n { }\ncontainer v { attach n { }; placement { apart-from = [w] } }\n"
                + "container w { attach n { } }");
        assertEquals(
                List.of("RES116 workload t.v must be apart from t.w, but a network connects them: "
                        + "a bridge cannot span hosts, so workloads that networks connect run on one host"),
                refused());
    }

    @Test
    void pinnedAndLockedHostsMustFulfilIt() {
        places("container v { place = c; placement { on { zone = x } } }");
        assertEquals(
                List.of("RES116 host c does not fulfil the placement of workload t.v: c has zone = y, not x"),
                refused());
    }

    @Test
    void aLockKeepsTheHost() {
        String tenant = "tenant t { container v { placement { on { zone = x } } } }\n";
        for (String host : List.of("a", "b")) {
            assertEquals(Map.of("v", host), places(HOSTS, tenant, lock("t/v/place " + host)));
        }
        assertEquals(List.of(), refused());
        places(HOSTS, tenant, lock("t/v/place c"));
        Finding finding = findings.sorted().getFirst();
        assertEquals("host c does not fulfil the placement of workload t.v", finding.message());
        assertEquals("locked to c", finding.secondary().getFirst().text());
    }

    private Locks lock(String lines) {
        return LockFile.read(
                List.of(new SourceFile("locks/t.lock", Owner.PLATFORM, "# bbc lock 1, tenant t\n" + lines + "\n")),
                findings);
    }

    @Test
    void spreadPrefersTheEmptiestValue() {
        Map<String, Long> zones = places(many(6, "spread = zone")).values().stream()
                .map(host -> Map.of("a", "x", "b", "x", "c", "y", "d", "d").get(host))
                .collect(Collectors.groupingBy(zone -> zone, Collectors.counting()));
        assertEquals(Map.of("x", 2L, "y", 2L, "d", 2L), zones);
        Map<String, String> places = places("container first { place = a; placement { spread = zone } }\n"
                + "container other { placement { spread = zone; on { zone = x } } }\n"
                + "container third { placement { spread = zone } }");
        assertEquals("x", Map.of("a", "x", "b", "x").get(places.get("other")));
        assertEquals(false, Set.of("a", "b").contains(places.get("third")));
    }

    @Test
    void theOrderOfFilesHasNoEffect() {
        String one = many(8, "spread = zone");
        List<String> lines = one.lines().toList();
        assertEquals(places(one), places(String.join("\n", lines.reversed())));
    }

    /**
     * A ring of joined networks shares a host; one side alone moves nothing, and none waits for a host that is full.
     */
    @Test
    void joinedNetworksShareAHostIfOneHasRoom() {
        Map<String, String> apart = places(ring("", 1));
        assertNotEquals(1, new HashSet<>(apart.values()).size());
        assertEquals(apart, places(ring("peer t.nNEXT { }", 1)));
        String both = "peer t.nNEXT { }; peer t.nLAST { }";
        assertEquals(1, new HashSet<>(places(ring(both, 1)).values()).size());
        Map<String, Long> full = places(ring(both, 16)).values().stream()
                .collect(Collectors.groupingBy(host -> host, Collectors.counting()));
        assertEquals(3, full.size());
        assertEquals(Set.of(4L), new HashSet<>(full.values()));
        assertEquals(List.of(), refused());
    }

    /** A network moves to its own peer, not to the first one that it is joined with through it. */
    @Test
    void aPeerIsNearerThanThePeersOfAPeer() {
        for (List<String> hosts : List.of(List.of("a", "b"), List.of("b", "a"))) {
            Map<String, String> places = places("""
                    network first { peer t.middle { } }
                    network middle { peer t.first { }; peer t.last { } }
                    network last { peer t.middle { } }
                    container x { attach first { }; place = %s }
                    container y { attach middle { }; place = %s }
                    container z { attach last { } }
                    """.formatted(hosts.getFirst(), hosts.getLast()));
            assertEquals(hosts.getLast(), places.get("z"));
        }
    }

    private static String ring(String peers, int cores) {
        return IntStream.range(0, 12)
                .mapToObj(i -> "network n" + i + " { "
                        + peers.replace("NEXT", "" + (i + 1) % 12).replace("LAST", "" + (i + 11) % 12)
                        + " }\ncontainer c" + i + " { cpu { cores = " + cores + " }; attach n" + i + " { } }\n")
                .collect(Collectors.joining());
    }
}
