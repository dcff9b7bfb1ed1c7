package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a plan, what is folded in it, and what a comment leaves out. */
class FoldedPlanTest {
    private static final String UNITS = "/etc/systemd/system/";
    private static final String DEVICE = "hosts/n9/etc/systemd/network/50-b-x.netdev";

    /** Every file of each example is touched in one of a few ways: nothing is lost, whatever is folded. */
    @RepeatedTest(20)
    void foldingLosesNoChange(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<TreeFile> before = new ArrayList<>();
        List<TreeFile> after = new ArrayList<>();
        for (String example : List.of("fleet", "neighbours")) {
            for (TreeFile file : new Example(example).tree().files()) {
                String name = file.path().replace("hosts/", "hosts/" + example + "-");
                boolean json = name.endsWith(".json");
                String text = new String(file.bytes(), StandardCharsets.UTF_8);
                List<String> states = List.of("", text, json ? text + " " : text + "[Unit]\nAfter=a.target\n");
                Stream.of(before, after).forEach(side -> {
                    String state = states.get(random.nextInt(3));
                    if (!state.isEmpty()
                            && side.stream().noneMatch(f -> f.path().equals(name))) {
                        side.add(TreeFile.of(name, state));
                    }
                });
            }
        }
        Plan plan = Plan.between(Tree.of(before), Tree.of(after));
        for (boolean all : List.of(false, true)) {
            PlanView view = PlanView.of(plan, all);
            List<FileChange> shown = view.changes().stream()
                    .flatMap(c -> c.members().stream())
                    .map(FoldedChange.Member::change)
                    .toList();
            assertEquals(shown.size(), Set.copyOf(shown).size());
            assertEquals(plan.files(), shown.size() + view.manifests());
            assertEquals(
                    all
                            ? plan.files()
                            : view.changes().stream()
                                    .mapToInt(FoldedChange::files)
                                    .sum(),
                    shown.size());
            view.changes()
                    .forEach(folded -> folded.members().forEach(member -> {
                        assertEquals(folded.impact(), member.change().impact());
                        assertEquals(folded.change().kind(), member.change().kind());
                        assertEquals(folded.change().isRaw(), member.change().isRaw());
                    }));
            assertTrue(all || view.changes().size() < shown.size(), "something is the same");
        }
    }

    @Test
    void theSameChangeOfManyWorkloadsIsOneItem() {
        Plan plan = Plan.between(limits(200, "512M", "a"), limits(200, "768M", "a"));
        String text = PlanText.of(PlanView.of(plan, false), true, false);
        assertEquals("""
                200 files on 4 hosts of 20 tenants: 0 recreate, 0 restart, 200 reload, 0 none

                200 files of 20 tenants on 4 hosts: reload
                    etc/systemd/system/systemd-nspawn@<tenant>.<workload>.service.d/55-limits.conf
                      in t0.w-0, t0.w-1, t0.w-2, t0.w-3, t0.w-4, t0.w-5, t0.w-6, t0.w-7, t0.w-8, t0.w-9 and 190 more
                      [Service] MemoryMax: 512M -> 768M
                      reload: daemon-reload sets the limits of a running workload at once

                --- a/hosts/n0/etc/systemd/system/systemd-nspawn@t0.w-0.service.d/55-limits.conf
                +++ b/hosts/n0/etc/systemd/system/systemd-nspawn@t0.w-0.service.d/55-limits.conf
                """, text.substring(0, text.indexOf("@@")));
        assertTrue(text.endsWith("The same in 199 more files, but for names and allocated values.\n"), text);
        assertEquals(200, PlanView.of(plan, true).changes().size());
        assertEquals(200, PlanJson.of(plan).split("55-limits.conf", -1).length - 1);
    }

    @Test
    void anotherChangeIsNotFoldedIntoThem() {
        Tree after = edited(limits(200, "768M", "a"), "t3.w-3.", text -> text.replace("768M", "769M"));
        List<FoldedChange> changes = PlanView.of(Plan.between(limits(200, "512M", "a"), after), false)
                .changes();
        assertEquals(List.of(199, 1), changes.stream().map(FoldedChange::files).toList());
        Tree comment = edited(limits(200, "512M", "b"), "t3.w-3.", text -> text + "# other\n");
        assertEquals(
                List.of(199, 1),
                PlanView.of(Plan.between(limits(200, "512M", "a"), comment), false).changes().stream()
                        .map(FoldedChange::files)
                        .toList());
    }

    /** A recreated device of the last host and tenant among 200 different changes comes first in every form. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 5_000, 60_000})
    void aBulkChangeHidesNoRecreatedDevice(int budget) {
        Plan plan = Plan.between(
                Tree.of(bulk("a", "[NetDev]\nKind=bridge\n")), Tree.of(bulk("b", "[NetDev]\nKind=vlan\n")));
        PlanView view = PlanView.of(plan, false);
        assertEquals(2001, view.changes().size(), "the changes differ");
        assertEquals(Impact.RECREATE, view.changes().getFirst().impact());
        assertEquals(DEVICE, plan.groups().getFirst().changes().getFirst().path());
        String text = PlanText.of(view, true, false);
        assertTrue(text.lines().limit(5).anyMatch(l -> l.contains("50-b-x.netdev")), text.substring(0, 400));
        String markdown = PlanMarkdown.of(view, budget);
        assertTrue(markdown.length() <= budget, markdown.length() + "");
        assertTrue(markdown.contains("- **recreate** `etc/systemd/network/50-b-x.netdev`"), markdown);
        assertTrue(
                markdown.endsWith(" changes are not shown here; `bbc diff` prints them all.\n"),
                markdown.substring(markdown.length() - 200));
        long listed = markdown.lines().filter(l -> l.startsWith("- **reload**")).count();
        assertTrue(
                markdown.contains("\nNot listed here: " + (2000 - listed) + " files with impact reload.\n"), markdown);
    }

    @Test
    void rawDirectivesAreBetweenRecreateAndRestart() {
        String raw = "hosts/h" + UNITS + "systemd-nspawn@t.w.service.d/60-raw.conf";
        String slice = "hosts/h" + UNITS + "tenant-t.slice.d/60-raw.conf";
        String nspawn = "hosts/h/etc/systemd/nspawn/t.w.nspawn";
        Tree before = Tree.of(List.of(TreeFile.of(DEVICE, "[NetDev]\nKind=a\n"), TreeFile.of(nspawn, "[Exec]\nA=1\n")));
        Tree after = Tree.of(List.of(
                TreeFile.of(DEVICE, "[NetDev]\nKind=b\n"),
                TreeFile.of(nspawn, "[Exec]\nA=2\n"),
                TreeFile.of(raw, "[Service]\nNice=1\n"),
                TreeFile.of(slice, "[Slice]\nCPUWeight=1\n")));
        assertEquals(
                List.of(DEVICE, raw, slice, nspawn),
                PlanView.of(Plan.between(before, after), false).changes().stream()
                        .map(c -> c.change().path())
                        .toList());
    }

    @Test
    void manifestsAreListedOnlyWhenAskedFor() {
        Tree tree = new Example("fleet").tree();
        Plan plan = Plan.between(Tree.EMPTY, tree);
        PlanView view = PlanView.of(plan, false);
        Set<String> manifests = plan.groups().stream()
                .flatMap(g -> g.changes().stream())
                .map(FileChange::path)
                .filter(path -> ArtefactKind.at(path).isManifest())
                .collect(Collectors.toCollection(HashSet::new));
        assertTrue(manifests.containsAll(Set.of(
                "hosts/node-a/host.json",
                "hosts/node-a/etc/bbc/tree.json",
                "hosts/node-a/etc/bbc/units",
                "tenants/acme/manifest.json")));
        assertEquals(manifests.size(), view.manifests());
        String text = PlanText.of(view, false, false);
        assertFalse(text.contains(".json"), text);
        assertTrue(text.contains("\n" + manifests.size() + " manifests for people and tools not listed"), text);
        assertTrue(PlanMarkdown.of(view, 60_000).contains(manifests.size() + " manifests"));
        assertTrue(PlanText.of(PlanView.of(plan, true), false, false).contains("host.json"));
        assertTrue(PlanJson.of(plan).contains("hosts/node-a/host.json"));
    }

    private static List<TreeFile> bulk(String value, String device) {
        List<TreeFile> files = new ArrayList<>(List.of(TreeFile.of(DEVICE, device)));
        IntStream.range(0, 2000)
                .forEach(i -> files.add(TreeFile.of(
                        "hosts/h" + i + UNITS + "tenant-t.slice", "[Slice]\nDescription=" + value + i + "\n")));
        return files;
    }

    /** Workloads of 20 tenants on 4 hosts, each with addresses and user ids of its own. */
    private static Tree limits(int count, String memory, String comment) {
        List<TreeFile> files = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> {
            String tenant = "t" + i % 20;
            String workload = "w-" + i / 20;
            files.add(TreeFile.of(
                    "hosts/n" + i % 4 + UNITS + "systemd-nspawn@" + tenant + "." + workload
                            + ".service.d/55-limits.conf",
                    "# bbc: tenant " + tenant + ", do not edit\n# " + comment + "\n[Service]\nMemoryMax=" + memory
                            + "\n"));
        });
        IntStream.range(0, 20).forEach(t -> files.add(TreeFile.of("tenants/t" + t + "/manifest.json", manifest(t))));
        return Tree.of(files);
    }

    private static String manifest(int tenant) {
        return IntStream.range(0, 10)
                .mapToObj(w -> "{\"workload\": \"w-" + w + "\", \"uids\": \"" + 65536 * (w + 1) + "..1\"}")
                .collect(Collectors.joining(", ", "{\"tenant\": \"t" + tenant + "\", \"workloads\": [", "]}"));
    }

    private static Tree edited(Tree tree, String part, UnaryOperator<String> edit) {
        return Tree.of(tree.files().stream()
                .map(f -> f.path().contains(part)
                        ? TreeFile.of(f.path(), edit.apply(new String(f.bytes(), StandardCharsets.UTF_8)))
                        : f)
                .toList());
    }
}
