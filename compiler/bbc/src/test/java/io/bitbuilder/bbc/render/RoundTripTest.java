package io.bitbuilder.bbc.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.conf.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Any value that a sink accepts, in any field of any file that bbc writes, rendered and read back by the reader of
 * other people's files, is that value again, and the file has the sections and keys that were meant: no more, no fewer.
 *
 * <p>{@code -Dbbc.samples} is how many values are tried, {@code -Dbbc.seed} where the dice start.
 */
class RoundTripTest {
    private static final int SAMPLES = Integer.getInteger("bbc.samples", 1_000);
    private static final long SEED = Long.getLong("bbc.seed", 262);

    private final RandomValues values = new RandomValues(new Random(SEED));

    @Test
    void everyAcceptedValueIsReadAsItWasMeant() {
        List<SystemdFile> files = files();
        Map<Class<?>, Integer> sinks = new HashMap<>();
        int samples = 0;
        for (int round = 0; samples < SAMPLES; round++) {
            SystemdFile file = filled(files.get(round % files.size()));
            samples += check(file);
            file.sections()
                    .forEach(s -> s.entries().forEach(e -> sinks.merge(e.value().getClass(), 1, Integer::sum)));
        }
        IO.println("round trip: " + samples + " values from seed " + SEED + ", by sink: "
                + sinks.entrySet().stream()
                        .map(e -> e.getKey().getSimpleName() + " " + e.getValue())
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /** A row of the table that no lowering uses is dead, or its files are missing from the sample. */
    @Test
    void theSampleHasEveryKindOfFiles() {
        Set<String> missing =
                ArtefactKind.all().stream().map(ArtefactKind::id).collect(Collectors.toCollection(TreeSet::new));
        CompiledTree.of(SampleFleet.full())
                .tree()
                .files()
                .forEach(f -> missing.remove(ArtefactKind.at(f.path()).id()));
        assertEquals(Set.of("unknown"), missing);
    }

    private static List<SystemdFile> files() {
        List<SystemdFile> files = new ArrayList<>();
        for (Artefact artefact : Lowering.lower(SampleFleet.full())) {
            if (artefact instanceof SystemdFile file) {
                files.add(file);
            }
        }
        return files;
    }

    private SystemdFile filled(SystemdFile file) {
        List<Section> sections = file.sections().stream()
                .map(s -> new Section(
                        s.name(),
                        s.remark(),
                        s.entries().stream()
                                .map(e -> new Entry(e.key(), values.like(e.value()), e.origin()))
                                .toList()))
                .toList();
        return new SystemdFile(file.path(), file.kind(), file.banner(), sections);
    }

    private int check(SystemdFile file) {
        String text = SectionPrinter.print(file);
        boolean flat = !file.kind().hasSections();
        Set<String> names = file.sections().stream().map(Section::name).collect(Collectors.toSet());
        ConfFile read = ConfReader.read(
                file.path(), text.getBytes(StandardCharsets.UTF_8), flat ? Dialect.FLAT : new Dialect(names, Set.of()));
        assertEquals(List.of(), read.syntaxErrors(), text);
        assertEquals(
                flat ? List.of() : file.sections().stream().map(Section::name).toList(),
                read.headers().stream().map(h -> h.name()).toList(),
                text);
        Iterator<Assignment> found = read.assignments().iterator();
        int count = 0;
        for (Section section : file.sections()) {
            for (Entry meant : section.entries()) {
                assertTrue(found.hasNext(), text);
                Assignment assignment = found.next();
                assertEquals(meant.key(), assignment.key(), text);
                assertTrue(meant.value().isReadFrom(assignment.value()), () -> meant.value() + " in " + text);
                count++;
            }
        }
        assertFalse(found.hasNext(), text);
        return count;
    }
}
