package io.bitbuilder.systemd.differential;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code bbc verify} and systemd about the same generated files. System properties: {@code bbc.differential.files} is
 * the total number of files (default 330, 3300 in a nightly run), {@code bbc.seed} selects others.
 */
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class DifferentialIT {
    private static final int FILES = Integer.getInteger("bbc.differential.files", 330);
    private static final long SEED = Long.getLong("bbc.seed", 262);
    /** From so many files of a type on its share means something; with fewer only the sum of all types is judged. */
    private static final int ENOUGH = 200;

    private static final int GROUPS = 500;

    @Test
    void bbcAgreesWithSystemd(OracleRoot root) throws IOException {
        Generator generator = new Generator(SEED, Corpus.load(root), Catalogue.load());
        SampleRunner bench = new SampleRunner(root, Catalogue.NEWEST);
        Path folder = Files.createDirectories(Path.of("target", "differential"));
        // Programs of systemd wait for timeouts of their own, so two types at a time.
        Map<FileType, AgreementTally> tallies = Arrays.stream(FileType.values())
                .parallel()
                .collect(Collectors.toConcurrentMap(type -> type, type -> tally(generator, bench, type, folder)));
        print(tallies);
        List<String> lacking = shortOfGoal(tallies);
        assertTrue(
                lacking.isEmpty(),
                () -> "less agreement than asked for (target/differential has the groups):\n"
                        + String.join("", lacking));
    }

    private static AgreementTally tally(Generator generator, SampleRunner bench, FileType type, Path folder) {
        List<SampleComparison> comparisons =
                bench.compare(generator.samples(type, Math.max(1, FILES / FileType.values().length)));
        try {
            Files.writeString(
                    folder.resolve(type.label() + ".txt"),
                    DisagreementGroups.of(comparisons).text(GROUPS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AgreementTally.of(comparisons);
    }

    @TestFactory
    Stream<DynamicTest> acceptedDisagreementsStillOccur(OracleRoot root) {
        Generator generator = new Generator(SEED, Corpus.load(root), Catalogue.load());
        SampleRunner bench = new SampleRunner(root, Catalogue.NEWEST);
        return Agreement.accepted().stream()
                .map(accepted -> DynamicTest.dynamicTest(
                        accepted.type().label() + " " + accepted.key() + "=" + accepted.value(), () -> {
                            Sample sample = generator.line(
                                    accepted.type(),
                                    "d0",
                                    accepted.section(),
                                    accepted.key(),
                                    TestResource.bytes(accepted.value()));
                            List<Disagreement> found =
                                    bench.compare(List.of(sample)).getFirst().disagreements();
                            assertFalse(
                                    found.stream().noneMatch(one -> one.side() == accepted.side()),
                                    () -> "it is gone: take it out of accepted.tsv; " + sample.readable());
                        }));
    }

    private static void print(Map<FileType, AgreementTally> tallies) {
        StringBuilder table = new StringBuilder("bbc verify and systemd, seed " + SEED + ":\n" + AgreementTally.HEADER);
        new TreeMap<>(tallies).forEach((type, tally) -> table.append(tally.row(type.label())));
        IO.print(table.append(sum(tallies).row("all")).toString());
    }

    private static AgreementTally sum(Map<FileType, AgreementTally> tallies) {
        return tallies.values().stream().reduce(new AgreementTally(0, 0, 0, 0), AgreementTally::plus);
    }

    private static List<String> shortOfGoal(Map<FileType, AgreementTally> tallies) {
        Map<FileType, Agreement.Goal> goals = Agreement.goals();
        List<String> found = new ArrayList<>();
        double verdicts = 0;
        double lines = 0;
        for (Map.Entry<FileType, AgreementTally> entry : new TreeMap<>(tallies).entrySet()) {
            Agreement.Goal goal = goals.get(entry.getKey());
            AgreementTally tally = entry.getValue();
            verdicts += goal.verdicts() * tally.files();
            lines += goal.lines() * tally.lines();
            if (tally.files() >= ENOUGH
                    && (tally.verdictPercent() < goal.verdicts() || tally.linePercent() < goal.lines())) {
                found.add(tally.row(entry.getKey().label()));
            }
        }
        AgreementTally all = sum(tallies);
        // A margin of one in a hundred for what chance does to few files.
        double margin = all.files() < ENOUGH * tallies.size() ? 1 : 0;
        if (all.verdictPercent() < verdicts / all.files() - margin
                || all.lines() > 0 && all.linePercent() < lines / all.lines() - margin) {
            found.add(all.row("all"));
        }
        return found;
    }
}
