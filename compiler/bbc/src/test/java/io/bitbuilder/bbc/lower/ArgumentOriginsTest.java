package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.SystemdFile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each argument of a guest's command line that a field determines has the origin of that field. */
class ArgumentOriginsTest {
    private static Map<String, String> fields(String program) {
        Map<String, String> fields = new TreeMap<>();
        Lowering.lower(SampleFleet.full()).stream()
                .flatMap(a -> a instanceof SystemdFile file ? file.sections().stream() : Stream.of())
                .flatMap(section -> section.entries().stream())
                .map(Entry::value)
                .flatMap(value -> value instanceof ExecLine line ? Stream.of(line) : Stream.of())
                .filter(line -> line.program().equals(program))
                .flatMap(line -> line.arguments().stream())
                .forEach(argument -> argument.origin()
                        .ifPresent(origin -> fields.merge(
                                argument.option(), origin.subject().field(), (a, b) -> a.equals(b) ? a : a + " " + b)));
        return fields;
    }

    @Test
    void ofAMachine() {
        assertEquals(
                new TreeMap<>(Map.of(
                        "--image", "root.size",
                        "--grow-image", "root.size",
                        "--cpus", "cpu.cores",
                        "--ram", "memory.limit",
                        "--vsock-cid", "cid",
                        "--extra-drive", "",
                        "--bind-ro", "extensions.sysext extensions.confext services.portable")),
                fields("/usr/bin/systemd-vmspawn"));
    }

    @Test
    void ofAContainer() {
        assertEquals(Map.of("--directory", "root.size"), fields("/usr/bin/systemd-nspawn"));
    }
}
