package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.lower.manifest.Exposures;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServiceExposuresTest {
    private static final Tree TREE = new Example("quickstart").tree();

    @Test
    void theManifestOfAHostHasEveryServiceOfTheRuntime() throws IOException {
        Json host = JsonDocument.parse(TREE.files().stream()
                .filter(f -> f.path().endsWith("/host.json"))
                .map(f -> new String(f.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow());
        TreeSet<String> fixed = Files.readAllLines(Repository.path("stdlib/host/index")).stream()
                .filter(file -> file.endsWith(".service"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        fixed.add("systemd-nspawn@.service");
        assertEquals(fixed, new TreeSet<>(host.at("exposure").members().keySet()));
        assertEquals(
                Exposures.shipped().get("tenant-vm@.service"),
                host.at("exposure").at("tenant-vm@.service").text());
    }

    @Test
    void aPlanNamesAServiceWithAnotherExposure() {
        Plan plan = Plan.between(
                TREE,
                changed(text -> text.replace("\"bbc-apply.service\": \"2.5\"", "\"bbc-apply.service\": \"3.6\"")));
        assertTrue(PlanText.of(PlanView.of(plan, false), false, false)
                .contains("exposure of bbc-apply.service: 2.5 -> 3.6 (host node-a)\n"));
        assertTrue(PlanMarkdown.of(PlanView.of(plan, false), 10_000).contains("exposure of bbc\\-apply"));
    }

    @Test
    void aPlanNamesAMachineThatBecomesAContainer() {
        Tree machine = changed(text -> text.replace("systemd-nspawn@hello.web", "tenant-vm@hello.web"));
        List<ImpactReason> reasons = Plan.between(machine, TREE)
                .groups()
                .getFirst()
                .changes()
                .getFirst()
                .reasons();
        assertEquals(
                List.of("", "exposure of hello.web 3.9 9.3"),
                reasons.stream()
                        .map(r -> (r.what() + " " + r.before() + " " + r.after()).strip())
                        .toList());
    }

    private static Tree changed(UnaryOperator<String> edit) {
        return Tree.of(TREE.files().stream()
                .map(f -> f.path().endsWith("/host.json")
                        ? TreeFile.of(f.path(), edit.apply(new String(f.bytes(), StandardCharsets.UTF_8)))
                        : f)
                .toList());
    }
}
