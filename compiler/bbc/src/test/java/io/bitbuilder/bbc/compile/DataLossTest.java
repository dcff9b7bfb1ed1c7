package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.allocate.LockFile;
import io.bitbuilder.bbc.allocate.LockIntegrity;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.compile.TenantSources.Checked;
import io.bitbuilder.bbc.plan.DataLoss;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a workload had before: losses of data, and renames that keep it. */
class DataLossTest {
    private static final String HOST_B =
            "host node-b { cpu = 8; memory = 16GiB; storage = 1TiB; uplink = \"eth0\"; address = 192.0.2.11/24 }\n"
                    + "image vm { source = raw(\"/vm.raw\") }\n"
                    + "defaults machine { image = vm; memory { limit = 1GiB } }";

    private static final String WEB = "network front { }\ncontainer web {\nplace = node-a\nroot { size = 10GiB }\n"
            + "attach front { }\nvolume data {\nsize = 20GiB\nmount = \"/srv/data\"\n}\n}";

    private static Checked check(String acme) {
        return TenantSources.check(HOST_B, Map.of("acme", acme), Map.of());
    }

    private static List<String> lost(Checked before, Checked after) {
        return Comparison.losses(before.compilation(), after.compilation()).stream()
                .map(DataLoss::sentence)
                .toList();
    }

    private static Checked edited(String former, String next) {
        return check(WEB.replace(former, next));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "container web { | container www {"
                        + "| acme.web root: 10GiB stay on node-a, unused; the root of acme.www starts as a copy of its"
                        + " image"
                        + "| acme.web data: 20GiB stay on node-a, unused; /srv/data of acme.www starts empty",
                "volume data { | volume store { | acme.web data: 20GiB stay on node-a, unused; /srv/data starts"
                        + " empty |",
                "root { size = 10GiB } | tasks = 100"
                        + "| acme.web root: 10GiB stay on node-a, unused; acme.web starts from its image each time |",
                "node-a | node-b"
                        + "| acme.web root: 10GiB stay on node-a, unused; the root of acme.web on node-b starts as"
                        + " a copy of its image"
                        + "| acme.web data: 20GiB stay on node-a, unused; /srv/data on node-b starts empty",
                "container | machine"
                        + "| acme.web root: 10GiB stay on node-a, unused; the root of acme.web starts as a copy of its"
                        + " image"
                        + "| acme.web data: 20GiB stay on node-a, unused; /srv/data starts empty",
                "20GiB | 30GiB | |",
                "/srv/data | /srv/other | |",
                "network front | enabled = false; network front | |",
                "place = node-a | place = node-a; maintenance = true | |",
                "container web { | container www { was = web; | |",
                "volume data { | volume store { was = data; | |"
            })
    void namesWhatEachChangeLoses(String former, String next, String first, String second) {
        Checked after = edited(former, next.replace("; ", "\n").replace(";", "\n"));
        assertEquals(List.of(), after.findings());
        assertEquals(Stream.of(first, second).filter(s -> s != null).toList(), lost(check(WEB), after));
    }

    @Test
    void aRemovedTenantLosesEverything() {
        Checked none = TenantSources.check(HOST_B, Map.of(), Map.of());
        assertEquals(
                List.of("acme.web root: 10GiB stay on node-a, unused", "acme.web data: 20GiB stay on node-a, unused"),
                lost(check(WEB), none));
        assertEquals(List.of(), lost(none, check(WEB)), "a tenant of that name starts empty");
    }

    @Test
    void theGateAsksForEachLossByName() {
        Compilation before = check(WEB).compilation();
        Compilation after = edited("container web {", "container www {").compilation();
        assertEquals(
                List.of(
                        "write `was = web` in acme.www, or accept the loss with `bbc gate --lose acme.web`",
                        "write `was = web` in acme.www, or accept the loss with `bbc gate --lose acme.web.data`"),
                refused(before, after, Set.of()).stream()
                        .map(f -> f.fixes().getFirst().text())
                        .toList());
        assertEquals(1, refused(before, after, Set.of("acme.web")).size());
        assertEquals(List.of(), refused(before, after, Set.of("acme.web", "acme.web.data")));
    }

    /** Only a new block can be the former one under another name. */
    @Test
    void nobodyIsToldThatAnOldBlockWasRenamed() {
        String other = "container other { place = node-a; attach front { } }";
        Compilation before = check(WEB + "\n" + other).compilation();
        String volume = "volume data { size = 20GiB; mount = \"/srv/data\" }";
        String moved = "network front { }\n" + other.replace("attach front { }", "attach front { }; " + volume);
        assertEquals(
                List.of(
                        "restore the root of acme.web, or accept the loss with `bbc gate --lose acme.web`",
                        "restore volume data of acme.web, or accept the loss with `bbc gate --lose acme.web.data`"),
                refused(before, check(moved).compilation(), Set.of()).stream()
                        .map(f -> f.fixes().getFirst().text())
                        .toList());
    }

    private static List<Finding> refused(Compilation before, Compilation after, Set<String> loses) {
        Findings findings = new Findings();
        ChangeRules.check(before, after, new Gate.Policy(true, true, loses, Optional.empty()), findings);
        return findings.sorted();
    }

    /** Everything that was allocated stays, with and without lock files. */
    @Test
    void aRenamedBlockKeepsWhatItHas() {
        String renamed = WEB.replace("network front {", "network outer {\nwas = front\n")
                .replace("container web {", "container www {\nwas = web\n")
                .replace("attach front {", "attach outer {\nwas = front\n");
        Checked before = check(WEB);
        String locks = lines(before, "acme");
        for (Map<String, String> locked : List.of(Map.<String, String>of(), Map.of("acme", locks))) {
            Checked after = TenantSources.check(HOST_B, Map.of("acme", renamed), locked);
            assertEquals(List.of(), after.codes());
            assertEquals(
                    values(before, "acme/front/subnet", "acme/web/uids", "acme/web/attach/front/mac"),
                    values(after, "acme/outer/subnet", "acme/www/uids", "acme/www/attach/outer/mac"));
            assertEquals(
                    values(before, "acme/web/attach/front/ipv4").getFirst().replace("front", "outer"),
                    values(after, "acme/www/attach/outer/ipv4").getFirst());
        }
    }

    /** With a lock file, `was` can go and the next rename begins from the present name. */
    @Test
    void theLockKeepsTheNameOfTheData() {
        Checked first = TenantSources.check(
                HOST_B,
                Map.of("acme", WEB.replace("container web {", "container www {\nwas = web\n")),
                Map.of("acme", lines(check(WEB), "acme")));
        String locks = lines(first, "acme");
        Checked locked = TenantSources.check(
                HOST_B,
                Map.of("acme", WEB.replace("container web {", "container www {\nwas = web\n")),
                Map.of("acme", locks));
        assertEquals(List.of("NAM012"), locked.codes(), "was has done its work");
        Checked second = TenantSources.check(
                HOST_B,
                Map.of("acme", WEB.replace("container web {", "container site {\nwas = www\n")),
                Map.of("acme", locks));
        assertEquals(List.of(), second.codes());
        assertEquals(List.of(), lost(first, second));
        String both = WEB.replace("container web {", "container www {") + "\ncontainer web { }";
        assertEquals(
                List.of("VOL005"),
                TenantSources.check(HOST_B, Map.of("acme", both), Map.of("acme", locks))
                        .codes());
    }

    @Test
    void aFormerNameBelongsToOneBlock() {
        String two = "container www {\nwas = web\n}\ncontainer site {\nwas = web\n}";
        assertEquals(List.of("NAM011"), check(two).codes());
        assertEquals(
                List.of("NAM010"),
                check("network web { }\ncontainer www {\nwas = web\nattach web { }\n}")
                        .codes());
        assertEquals(
                List.of("NAM010", "NAM010"),
                check("container a {\nwas = b\n}\ncontainer b {\nwas = a\n}").codes());
        assertEquals(List.of("NAM010"), check("container a {\nwas = a\n}").codes());
    }

    /** Without its block, the data may still be in place on a host that skipped a tree. */
    @Test
    void nobodyGetsTheDataOfARemovedBlock() {
        Checked first = check(WEB.replace("container web {", "container www {\nwas = web\n"));
        assertEquals(
                List.of(
                        "acme.www root: 10GiB on node-a become those of the root of acme.web",
                        "acme.www data: 20GiB on node-a become those of volume data of acme.web"),
                lost(first, check(WEB)),
                "a new block of the name");
        String locks = lines(first, "acme");
        for (String gone : List.of("", "gone ")) {
            String kept = locks.lines().map(line -> gone + line + "\n").collect(Collectors.joining());
            assertEquals(
                    List.of("VOL005", "VOL005"),
                    TenantSources.check(HOST_B, Map.of("acme", WEB), Map.of("acme", kept))
                            .codes());
        }
        String site = WEB.replace("container web {", "container site {");
        assertEquals(
                List.of(),
                TenantSources.check(HOST_B, Map.of("acme", site), Map.of("acme", locks))
                        .codes());
    }

    @Test
    void aRenamedTenantKeepsItsDataAndItsLocks() {
        String locks = lines(check(WEB), "acme");
        Checked after = TenantSources.check(
                HOST_B + "\nadmit globex { was = acme }", Map.of("globex", WEB), Map.of("acme", locks));
        assertEquals(List.of(), after.codes());
        assertEquals(List.of(), lost(check(WEB), after));
        assertEquals(Set.of("acme"), after.compilation().locks().emptied());
        assertEquals(
                locks.lines()
                        .filter(l -> l.contains("uids"))
                        .toList()
                        .getFirst()
                        .replace("acme", "globex"),
                lines(after, "globex")
                        .lines()
                        .filter(l -> l.contains("uids"))
                        .toList()
                        .getFirst());
    }

    /** The gate knows which names of data were ever given: of the base, or of a block that `was` names. */
    @Test
    void nobodyWritesANameOfDataIntoALock() {
        Compilation base = check(WEB).compilation();
        String renamed = WEB.replace("container web {", "container www {\nwas = web\n");
        for (String name : List.of("acme/web", "acme/db", "globex/web")) {
            Compilation head = TenantSources.check(
                            HOST_B, Map.of("acme", renamed), Map.of("acme", "acme/www/data " + name + "\n"))
                    .compilation();
            List<Finding> findings = LockIntegrity.invented(base.locks(), base.grants(), head.locks(), head.grants());
            assertEquals(name.equals("acme/web") ? 0 : 1, findings.size(), name);
        }
    }

    @Test
    void aRenamedHostKeepsItsWorkloads() {
        String renamed = HOST_B.replace("host node-b {", "host node-c { was = node-b;");
        String there = WEB.replace("node-a", "node-b");
        Checked after = TenantSources.check(renamed, Map.of("acme", there.replace("node-b", "node-c")), Map.of());
        assertEquals(List.of(), after.codes());
        assertEquals(List.of(), lost(check(there), after));
    }

    private static String lines(Checked checked, String tenant) {
        String file = LockFile.render(
                tenant, checked.compilation().grants(), checked.compilation().locks(), false);
        return file.substring(file.indexOf('\n') + 1);
    }

    private static List<String> values(Checked checked, String... claims) {
        return Stream.of(claims)
                .map(c -> ClaimPath.parse(c).orElseThrow())
                .map(c -> checked.compilation().grants().of(c).orElseThrow().toString())
                .toList();
    }
}
