package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ways in and out, in words. */
class OpeningsTest {
    @Test
    void aPublishedPortIsNamed() {
        assertEquals(
                List.of("opens tcp 8443 of n (192.0.2.1) to shop.web:80 for everybody"),
                sentences(port(), port("8443/tcp", "10.0.0.2:80", "shop.web")));
        assertEquals(
                List.of("closes udp 53 of n (192.0.2.1) to shop.web:53 for everybody"),
                sentences(port("53/udp", "10.0.0.2:53", "shop.web"), port()));
        assertEquals(
                List.of("changes tcp 443 of n (192.0.2.1): to shop.web:80 for everybody -> "
                        + "to shop.api:80 for everybody"),
                sentences(port("443/tcp", "10.0.0.2:80", "shop.web"), port("443/tcp", "10.0.0.3:80", "shop.api")));
    }

    @Test
    void joinedNetworksAreNamedByBothSides() {
        List<String> opened = sentences(Tree.EMPTY, new Example("neighbours").tree());
        assertTrue(opened.contains("opens peer globex.lab of trial at 10.74.223.0/24"), opened.toString());
        assertTrue(opened.contains("opens peer acme.trial of lab at 10.97.4.0/24"), opened.toString());
    }

    @Test
    void aCompiledTreeOpensItsPorts() {
        assertTrue(sentences(Tree.EMPTY, new Example("fleet").tree())
                .contains("opens tcp 443 of node-a (192.0.2.10) to acme.web:8443 for everybody"));
    }

    @Test
    void modeAndIpv6OfANetworkAreNamed() {
        assertEquals(
                List.of(
                        "opens IPv6 of network shop.lan at fd00::/64",
                        "opens network shop.lan for everybody at 10.0.0.0/24",
                        "changes mode of network shop.lan: nat -> routed"),
                sentences(tenant(network("nat", "")), tenant(network("routed", "fd00::/64"))));
        assertEquals(List.of(), sentences(tenant(""), tenant(network("nat", ""))), "its egress is in the firewall");
        assertEquals(
                List.of("opens network shop.lan for everybody at 10.0.0.0/24"),
                sentences(tenant(""), tenant(network("routed", ""))));
    }

    @Test
    void aContainerInTheNetworkOfItsHostIsNamed() {
        assertEquals(
                List.of("opens container hooli.exporter for everybody at all links of node-b"),
                sentences(Tree.EMPTY, new Example("fleet").tree()).stream()
                        .filter(s -> s.contains("container"))
                        .toList());
    }

    /** They follow what is recreated, whatever else changes, and each is a member of the JSON document. */
    @Test
    void openingsComeBeforeRestarts() {
        String device = "hosts/n/etc/systemd/network/50-b.netdev";
        String nspawn = "hosts/n/etc/systemd/nspawn/t.w.nspawn";
        Tree before = with(port(), TreeFile.of(device, "[NetDev]\nKind=a\n"), TreeFile.of(nspawn, "[Exec]\nA=1\n"));
        Tree after = with(
                port("22/tcp", "10.0.0.2:22", "t.w"),
                TreeFile.of(device, "[NetDev]\nKind=b\n"),
                TreeFile.of(nspawn, "[Exec]\nA=2\n"));
        Plan plan = Plan.between(before, after);
        PlanView view = PlanView.of(plan, false);
        for (String form : List.of(PlanText.of(view, false, false), PlanMarkdown.of(view, 60_000))) {
            List<Integer> places = IntStream.of(
                            form.indexOf("50-b.netdev"), form.indexOf("opens tcp 22 of n"), form.indexOf("t.w.nspawn"))
                    .boxed()
                    .toList();
            assertTrue(places.getFirst() > 0, form);
            assertEquals(places.stream().sorted().toList(), places, form);
        }
        Json opening =
                JsonDocument.parse(PlanJson.of(plan)).at("openings").elements().getFirst();
        assertEquals("opened", opening.at("change").text());
        assertEquals("tcp 22 of n (192.0.2.1)", opening.at("what").text());
        assertEquals("", opening.at("before").text());
        assertEquals("to t.w:22 for everybody", opening.at("after").text());
        assertEquals("n", opening.at("hosts").elements().getFirst().text());
    }

    /**
     * A port that is opened by hundreds of tenants is one line for each port, and a comment counts what it leaves out.
     */
    @Test
    void aCommentCountsOpeningsThatDoNotFit() {
        String many = IntStream.range(1, 2000)
                .mapToObj(i -> published(i + "/tcp", "10.0.0.2:80", "shop.web"))
                .collect(Collectors.joining(", "));
        Plan plan = Plan.between(port(), host(many));
        String markdown = PlanMarkdown.of(PlanView.of(plan, false), 5_000);
        assertTrue(markdown.length() <= 5_000);
        long listed = markdown.lines().filter(l -> l.startsWith("- opens")).count();
        assertTrue(markdown.contains((1999 - listed) + " more lines not listed here"), markdown);
    }

    private static List<String> sentences(Tree before, Tree after) {
        return PlanView.of(Plan.between(before, after), false).notices(Topic.OPENING).stream()
                .map(Notice::sentence)
                .toList();
    }

    private static Tree with(Tree tree, TreeFile... files) {
        return Tree.of(
                Stream.concat(tree.files().stream(), Arrays.stream(files)).toList());
    }

    private static Tree port() {
        return host("");
    }

    private static Tree port(String port, String to, String machine) {
        return host(published(port, to, machine));
    }

    private static String published(String port, String to, String machine) {
        return "{\"port\": \"" + port + "\", \"to\": \"" + to + "\", \"machine\": \"" + machine + "\"}";
    }

    private static Tree host(String published) {
        return Tree.of(List.of(TreeFile.of(
                "hosts/n/host.json",
                "{\"host\": \"n\", \"address\": \"192.0.2.1/24\", \"published\": [" + published + "]}")));
    }

    private static String network(String mode, String subnet6) {
        return "{\"network\": \"lan\", \"mode\": \"" + mode + "\", \"subnet\": \"10.0.0.0/24\""
                + (subnet6.isEmpty() ? "" : ", \"subnet6\": \"" + subnet6 + "\"") + "}";
    }

    private static Tree tenant(String networks) {
        return Tree.of(List.of(
                TreeFile.of("tenants/shop/manifest.json", "{\"tenant\": \"shop\", \"networks\": [" + networks + "]}")));
    }
}
