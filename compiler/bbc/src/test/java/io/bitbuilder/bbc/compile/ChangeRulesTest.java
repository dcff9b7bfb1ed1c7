package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.compile.TenantSources.Checked;
import io.bitbuilder.bbc.render.CompiledTree;
import io.bitbuilder.core.diagnostic.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change that {@code bbc-apply} would refuse is refused before. */
class ChangeRulesTest {
    private static final String HOST_B =
            "host node-b { cpu = 8; memory = 16GiB; storage = 1TiB; uplink = \"eth0\"; address = 192.0.2.11/24 }";

    private static Checked fleet(String acme) {
        return TenantSources.check(HOST_B, Map.of("acme", acme), Map.of());
    }

    private static List<String> shrunk(String before, String after) {
        return ChangeRules.shrunk(
                        fleet(before).compilation().fleet().orElseThrow(),
                        fleet(after).compilation().fleet().orElseThrow(),
                        host -> host)
                .stream()
                .map(Finding::message)
                .toList();
    }

    private static String container(String place, String root, String volume) {
        return "container web { place = " + place + "; root { size = " + root + " }; volume data { size = " + volume
                + "; mount = \"/srv\" } }";
    }

    @Test
    void noImageShrinks() {
        String base = container("node-a", "10GiB", "20GiB");
        assertEquals(
                List.of("decreased size of volume data of acme.web: from 20GiB to 10GiB"),
                shrunk(base, container("node-a", "10GiB", "10GiB")));
        assertEquals(
                List.of("decreased size of the root of acme.web: from 10GiB to 9GiB"),
                shrunk(base, container("node-a", "9GiB", "20GiB")));
        assertEquals(List.of(), shrunk(base, container("node-a", "11GiB", "21GiB")));
        assertEquals(
                List.of(),
                shrunk(base, base.replace("volume data", "volume store").replace("20GiB", "5GiB")));
        assertEquals(List.of(), shrunk(base, container("node-b", "1GiB", "1GiB")), "another host makes new images");
    }

    private static List<String> stopped(String before, String after) {
        return ChangeRules.stopped(
                        fleet(before).compilation().fleet().orElseThrow(),
                        fleet(after).compilation().fleet().orElseThrow(),
                        host -> host)
                .stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void mostWorkloadsOfAHostStay() {
        String four = "container a { place = node-a }; container b { place = node-a }"
                + "; container c { place = node-a }; container d { place = node-a }";
        String two = "container a { place = node-a }; container b { place = node-a }";
        assertEquals(List.of(), stopped(four, two), "half");
        assertEquals(
                List.of("the change removes 3 of the 4 workloads of host node-a, 3 of tenant acme"),
                stopped(four, "container a { place = node-a }"));
        assertEquals(1, stopped(two, two.replace("node-a", "node-b")).size(), "moved ones leave the host");
        assertEquals(List.of(), stopped("", four));
    }

    @Test
    void aRenamedWorkloadStays() {
        String one = "container web { place = node-a }";
        String renamed = "container www { was = web; place = node-a }";
        assertEquals(1, stopped(one, "container www { place = node-a }").size(), "another one");
        assertEquals(List.of(), stopped(one, renamed));
        assertEquals(List.of(), stopped(renamed, one), "and back");
        assertEquals(
                1,
                stopped(one, "machine www { was = web; place = node-a; image = debian; memory { limit = 64MiB } }")
                        .size());
    }

    /** bbc-apply reads the name of the data of a renamed workload, and of no other. */
    @Test
    void theListOfUnitsNamesTheDataOfARenamedWorkload() {
        String acme = "container www { was = web; place = node-a }; container db { place = node-a }";
        List<String> data = CompiledTree.of(fleet(acme).compilation().fleet().orElseThrow()).tree().files().stream()
                .filter(file -> file.path().equals("hosts/node-a/etc/bbc/units"))
                .flatMap(file -> new String(file.bytes(), StandardCharsets.UTF_8).lines())
                .filter(line -> line.startsWith("data "))
                .toList();
        assertEquals(List.of("data systemd-nspawn@acme.www.service acme/web"), data);
    }
}
