package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.bind.RecordCopies;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.bbc.render.CompiledTree;
import io.bitbuilder.bbc.render.TargetVersionCheck;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.catalogue.Feature;
import io.bitbuilder.systemd.catalogue.Lifespan;
import io.bitbuilder.systemd.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fleet for every release: an older release knows every line and option that is written for it. */
class RetargetingTest {
    private static final Feature HEADLESS = Feature.of("vmspawn-console-headless");

    private static final Set<Code> UNKNOWN_THERE =
            Set.of(Code.UNKNOWN_SECTION, Code.UNKNOWN_DIRECTIVE, Code.OBSOLETE_DIRECTIVE, Code.UNSUPPORTED_IN_RELEASE);
    private static final Pattern SPAWN =
            Pattern.compile("/usr/bin/(systemd-nspawn|systemd-vmspawn)(?: (?:[^\\\\\\n]++|\\\\\\n)*+)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)\"?(--[\\w-]+)(?:=([^\\s\"]*))?");

    static IntStream releases() {
        return IntStream.rangeClosed(Catalogue.OLDEST, Catalogue.NEWEST);
    }

    static Stream<Arguments> examples() {
        return releases().boxed().flatMap(r -> Example.all().map(e -> Arguments.of(r, e)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleUsesKnownDirectives(int release, Example example) {
        judge(example.name(), release, example.fleet());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aFleetOfEveryFieldUsesKnownDirectives(int release) {
        judge("sample", release, SampleFleet.full());
    }

    private static void judge(String name, int release, Fleet fleet) {
        Fleet target = on(release, fleet);
        Findings findings = new Findings();
        TargetVersionCheck.check(target, findings);
        assertEquals(List.of(), findings.sorted(), name);
        Tree tree = CompiledTree.of(target).tree();
        Verifier.of(release)
                .verify(
                        tree.files().stream()
                                .map(f -> new RawFile(f.path(), f.bytes()))
                                .toList(),
                        false,
                        findings);
        List<Finding> unknown = findings.sorted().stream()
                .filter(f -> UNKNOWN_THERE.contains(f.code()))
                .toList();
        assertEquals(List.of(), unknown, name);
        assertEquals(Set.of(), unknownOptions(tree, release), name);
    }

    /** Options and modes of the console that the release lacks, on all command lines of the tree. */
    private static Set<String> unknownOptions(Tree tree, int release) {
        Map<String, Lifespan> known = CatalogueTable.rows("options.tsv", 7).stream()
                .collect(Collectors.toMap(r -> r.get(0) + r.get(1), r -> Lifespan.of(r.get(5), "", r.get(6))));
        Catalogue catalogue = Catalogue.load();
        Set<String> unknown = new TreeSet<>();
        int seen = 0;
        for (TreeFile file : tree.files()) {
            Matcher line = SPAWN.matcher(new String(file.bytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                Matcher option = OPTION.matcher(line.group());
                while (option.find()) {
                    seen++;
                    Lifespan life = known.get(line.group(1) + option.group(1));
                    boolean mode = option.group(1).equals("--console")
                            && !catalogue.words("vmspawn_console_mode").accepts(option.group(2), release);
                    if (life == null || !life.usedBy(release) || mode) {
                        unknown.add(file.path() + ": " + option.group());
                    }
                }
            }
        }
        assertTrue(
                seen > 5, () -> "no command lines are seen in " + tree.files().size() + " files");
        return unknown;
    }

    @Test
    void onlyTheOptionsOfMachinesDiffer() {
        for (int release = Catalogue.OLDEST; release < Catalogue.NEWEST; release++) {
            Map<String, String> newest =
                    configuration(CompiledTree.of(on(Catalogue.NEWEST, new Example("fleet").fleet()))
                            .tree());
            Map<String, String> older = configuration(
                    CompiledTree.of(on(release, new Example("fleet").fleet())).tree());
            assertEquals(newest.keySet(), older.keySet());
            Set<String> changed = newest.keySet().stream()
                    .filter(p -> !newest.get(p).equals(older.get(p)))
                    .collect(Collectors.toSet());
            assertEquals(
                    !HEADLESS.isIn(release)
                            ? Set.of(
                                    "hosts/node-a/etc/systemd/system/tenant-vm@acme.db.service.d/50-bbc.conf",
                                    "hosts/node-b/etc/systemd/system/tenant-vm@umbrella.bench.service.d/50-bbc.conf")
                            : Set.of(),
                    changed);
            changed.forEach(p -> assertEquals(
                    newest.get(p)
                            .replace("--console=headless", "--console=read-only")
                            .replace("    --efi-nvram-state=off \\\n", ""),
                    older.get(p)));
        }
    }

    private static String withoutDigests(TreeFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8).replaceAll("[0-9a-f]{64}", "digest");
    }

    private static Map<String, String> configuration(Tree tree) {
        return tree.files().stream()
                .filter(f -> f.path().contains("/etc/") && !f.path().endsWith("/bbc/tree.json"))
                .collect(Collectors.toMap(TreeFile::path, RetargetingTest::withoutDigests));
    }

    @Test
    void aNewerSystemCallIsRefusedAtItsField() {
        String platform = """
                platform p {
                  systemd = %s
                  host node-a { cpu = 16; memory = 64GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.10/24 }
                  image debian { source = directory("/var/lib/machines/debian") }
                }
                """;
        String tenant = """
                tenant acme {
                  container web {
                    image = debian; memory { limit = 1GiB }; security { syscalls { deny = ["%s", "chroot"] } }
                  }
                }
                """;
        List<List<String>> calls = CatalogueTable.rows("syscalls.tsv", 2).stream()
                .filter(row -> !row.get(1).isEmpty())
                .toList();
        assertFalse(calls.isEmpty());
        for (List<String> call : calls) {
            int since = Integer.parseInt(call.get(1));
            for (int release : releases().toArray()) {
                List<String> messages = found(platform.formatted(release), tenant.formatted(call.get(0))).stream()
                        .map(f -> f.code() + " " + f.primary().span().file().path() + " " + f.message())
                        .toList();
                String unsupported = Code.UNSUPPORTED_FIELD + " tenants/acme/tenant.bbc unsupported system call "
                        + call.get(0) + " in `security.syscalls.deny` of container acme.web: it requires systemd "
                        + since + ", the platform runs " + release;
                assertEquals(release < since ? List.of(unsupported) : List.of(), messages);
            }
        }
    }

    private static List<Finding> found(String platform, String tenant) {
        Findings findings = new Findings();
        SourceSet sources = new SourceReader(Limits.DEFAULT, findings)
                .read(List.of(
                        new RawFile("platform/platform.bbc", platform.getBytes(StandardCharsets.UTF_8)),
                        new RawFile("tenants/acme/tenant.bbc", tenant.getBytes(StandardCharsets.UTF_8))));
        Compiler.check(sources, AllocationMode.FREE, findings);
        return findings.sorted();
    }

    @Test
    void theDefaultTargetIsTheNewestRelease() throws IOException {
        String kind = Files.readString(Repository.path("stdlib/kinds/platform.bbc"));
        assertTrue(kind.contains(
                "systemd: Int where it in " + Catalogue.OLDEST + ".." + Catalogue.NEWEST + " = " + Catalogue.NEWEST));
    }

    private static Fleet on(int release, Fleet fleet) {
        return new Fleet(RecordCopies.with(fleet.platform(), "systemd", release), fleet.tenants());
    }
}
