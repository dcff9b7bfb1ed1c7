package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.compile.TenantSources.Checked;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workloads run on hosts that run the programs of their images. */
class ImageArchitectureTest {
    private static final String MIXED =
            "host arm { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = \"eth0\"; address = 192.0.2.11/24; "
                    + "architecture = arm64 }\n"
                    + "image intel { source = directory(\"/i\"); architecture = x86-64 }\n"
                    + "image arm { source = directory(\"/a\"); architecture = arm64 }\n"
                    + "admit acme { image = arm }";

    private static Checked check(String acme) {
        return TenantSources.check(MIXED, Map.of("acme", acme), Map.of());
    }

    private static TreeSet<String> places(Checked checked) {
        return checked.compilation().tenants().stream()
                .flatMap(t -> t.workloads())
                .map(w -> w.place())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String many(String image) {
        return IntStream.range(0, 20)
                .mapToObj(i -> "container c" + i + " { image = " + image + " }")
                .collect(Collectors.joining("\n"));
    }

    @Test
    void autoChoosesAHostThatRunsTheImage() {
        assertEquals(List.of("node-a"), List.copyOf(places(check(many("intel")))));
        assertEquals(List.of("arm"), List.copyOf(places(check(many("arm")))));
        assertEquals(List.of("arm", "node-a"), List.copyOf(places(check(many("debian")))), "an image for every host");
    }

    @Test
    void aWorkloadOfAnotherArchitectureIsAnError() {
        Checked pinned = check("container c { image = intel\n place = arm }");
        assertEquals(List.of("IMG003"), pinned.codes());
        assertEquals(
                "container acme.c is on host arm, which is arm64, but its image intel is for x86-64",
                pinned.findings().getFirst().message());
    }

    @Test
    void aGroupOfTwoArchitecturesFitsNowhere() {
        Checked both = check("network n { }\ncontainer a { image = intel\n attach n { } }\n"
                + "container b { image = arm\n attach n { } }");
        assertEquals(List.of("RES104"), both.codes());
        assertEquals(
                "arm is arm64, not x86-64; node-a is x86-64, not arm64",
                both.findings().getFirst().why().orElseThrow());
    }
}
