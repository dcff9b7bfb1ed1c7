package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import io.bitbuilder.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exposure of the services of a host (systemd-analyze(1), security), as its {@code host.json} has it. A workload has
 * that of its template, so a machine that becomes a container has another.
 */
final class ServiceExposures {
    private static final String WHY = "score in systemd-analyze security, 0.0 to 10.0: lower is safer";

    private ServiceExposures() {}

    /** Returns the differences of services and workloads that both manifests have. */
    static List<ImpactReason> differences(byte[] before, byte[] after) {
        SortedMap<String, String> was = of(before);
        SortedMap<String, String> is = of(after);
        List<ImpactReason> differences = new ArrayList<>();
        was.forEach((service, old) -> {
            String now = is.getOrDefault(service, old);
            if (!now.equals(old)) {
                differences.add(new ImpactReason(Impact.NONE, Topic.EXPOSURE, "exposure of " + service, old, now, WHY));
            }
        });
        return differences;
    }

    /** Returns the exposure by service or template, and by workload. */
    private static SortedMap<String, String> of(byte[] manifest) {
        Json host = JsonDocument.parse(new String(manifest, StandardCharsets.UTF_8));
        SortedMap<String, String> all = new TreeMap<>();
        host.at("exposure").members().forEach((service, score) -> all.put(service, score.text()));
        host.at("apply").elements().stream()
                .filter(step -> step.at("step").text().equals("start workloads"))
                .flatMap(step -> step.at("units").elements().stream().map(Json::text))
                .forEach(unit -> {
                    int at = unit.indexOf('@') + 1;
                    String workload = unit.substring(at, unit.length() - ".service".length());
                    all.put(workload, all.getOrDefault(unit.substring(0, at) + ".service", ""));
                });
        return all;
    }
}
