package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import io.bitbuilder.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ways in and out that manifests have: published ports in that of a host; mode and IPv6 of networks, and containers in
 * the network of the host, in that of a tenant. Ports between tenants and addresses behind the uplink are in
 * {@link FirewallOpenings}.
 */
final class ManifestOpenings {
    private static final String MODE = "mode of network ";
    private static final String WHY = "the firewall opens what the manifest has";

    private ManifestOpenings() {}

    /** Returns the differences of a manifest; none of another file. Bytes of a missing file are empty. */
    static List<ImpactReason> differences(String path, byte[] before, byte[] after) {
        SortedMap<String, String> was = of(path, before);
        SortedMap<String, String> is = of(path, after);
        SortedSet<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<ImpactReason> differences = new ArrayList<>();
        for (String what : all) {
            String old = was.getOrDefault(what, "");
            String now = is.getOrDefault(what, "");
            // A new network has a mode, but that opens nothing.
            boolean isPart = what.startsWith(MODE) && (old.isEmpty() || now.isEmpty());
            if (!old.equals(now) && !isPart) {
                differences.add(new ImpactReason(Impact.NONE, Topic.OPENING, what, old, now, WHY));
            }
        }
        return differences;
    }

    private static SortedMap<String, String> of(String path, byte[] bytes) {
        SortedMap<String, String> open = new TreeMap<>();
        boolean ofHost = path.startsWith("hosts/") && path.endsWith("/host.json");
        if (bytes.length > 0 && (ofHost || path.startsWith("tenants/") && path.endsWith("/manifest.json"))) {
            Json manifest = JsonDocument.parse(new String(bytes, StandardCharsets.UTF_8));
            published(manifest, open);
            networks(manifest, open);
            containers(manifest, open);
        }
        return open;
    }

    /** The manifest of a host has them as {@code {"port": "443/tcp", "to": "10.0.0.2:8443", "machine": "shop.web"}}. */
    private static void published(Json host, SortedMap<String, String> open) {
        for (Json port : host.at("published").elements()) {
            String[] number = port.at("port").text().split("/");
            String to = port.at("to").text();
            String what = number[1] + " " + number[0] + " of " + host.at("host").text() + " ("
                    + host.at("address").text().split("/")[0] + ")";
            open.put(what, "to " + port.at("machine").text() + to.substring(to.lastIndexOf(':')) + " for everybody");
        }
    }

    /** A network that is not routed opens nothing by itself: its addresses behind the uplink are in its firewall. */
    private static void networks(Json tenant, SortedMap<String, String> open) {
        for (Json network : tenant.at("networks").elements()) {
            String name =
                    tenant.at("tenant").text() + "." + network.at("network").text();
            String mode = network.at("mode").text();
            open.put(MODE + name, mode);
            if (mode.equals("routed")) {
                open.put(
                        "network " + name + " for everybody",
                        "at " + network.at("subnet").text());
            }
            String subnet6 = network.at("subnet6").text();
            if (!subnet6.isEmpty()) {
                open.put("IPv6 of network " + name, "at " + subnet6);
            }
        }
    }

    private static void containers(Json tenant, SortedMap<String, String> open) {
        for (Json workload : tenant.at("workloads").elements()) {
            if (workload.at("network").text().equals("host")) {
                open.put(
                        "container " + workload.at("machine").text() + " for everybody",
                        "at all links of " + workload.at("host").text());
            }
        }
    }
}
