package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.SystemdFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each argument of a guest's command line that a field determines has the origin of that field. */
class ArgumentOriginsTest {
    private static Stream<ExecLine.Argument> arguments(String program) {
        return Lowering.lower(SampleFleet.full()).stream()
                .flatMap(a -> a instanceof SystemdFile file ? file.sections().stream() : Stream.of())
                .flatMap(section -> section.entries().stream())
                .map(Entry::value)
                .flatMap(value -> value instanceof ExecLine line ? Stream.of(line) : Stream.of())
                .filter(line -> line.program().equals(program))
                .flatMap(line -> line.arguments().stream());
    }

    /** Returns the fields of each option; a credential's name counts as part of its option. */
    private static Map<String, String> fields(String program) {
        Map<String, String> fields = new TreeMap<>();
        arguments(program)
                .forEach(argument -> argument.origin().ifPresent(origin -> {
                    String option = argument.option().equals("--load-credential")
                            ? argument.meant().split("[=:]")[1]
                            : argument.option();
                    fields.merge(option, origin.subject().field(), (a, b) -> a.equals(b) ? a : a + " " + b);
                }));
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin/systemd-vmspawn", "/usr/bin/systemd-nspawn"})
    void aBlockAloneIsNoAnswer(String program) {
        assertEquals(
                List.of(),
                arguments(program)
                        .filter(a -> a.reason().isEmpty())
                        .filter(a -> a.origin()
                                .filter(o -> !o.subject().field().isEmpty())
                                .isEmpty())
                        .toList());
    }

    @Test
    void ofAMachine() {
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("--console", "systemd"),
                        Map.entry("--machine", ""),
                        Map.entry("--image", "root.size"),
                        Map.entry("--grow-image", "root.size"),
                        Map.entry("--cpus", "cpu.cores"),
                        Map.entry("--ram", "memory.limit"),
                        Map.entry("--vsock-cid", "cid"),
                        Map.entry("--network-tap", ""),
                        Map.entry("--extra-drive", ""),
                        Map.entry("--bind-ro", "extensions.sysext extensions.confext services.portable"),
                        Map.entry("network.network.50-net", ""),
                        Map.entry("--set-credential", ""),
                        Map.entry("fstab.extra", "mount"),
                        Map.entry("tmpfiles.hosts", "on"),
                        Map.entry("tmpfiles.extra", "on"),
                        Map.entry("systemd.unit-dropin.sysinit.target", "extensions.sysext"),
                        Map.entry("systemd.extra-unit.bbc-environment.service", "env"),
                        Map.entry("systemd.extra-unit.bbc-portable-ci-agent.service", "services.portable"),
                        Map.entry("systemd.unit-dropin.multi-user.target", "services.systemd"))),
                fields("/usr/bin/systemd-vmspawn"));
    }

    @Test
    void ofAContainer() {
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("--machine", ""),
                        Map.entry("--directory", "root.size"),
                        Map.entry("--selinux-context", "security.selinux-context"),
                        Map.entry("--selinux-apifs-context", "security.selinux-apifs-context"),
                        Map.entry("systemd.setenv", "env"),
                        Map.entry("network.network.50-eth0", ""),
                        Map.entry("network.network.50-eth1", ""),
                        Map.entry("network.network.50-lab", ""),
                        Map.entry("systemd.unit-dropin.sysinit.target", "extensions.sysext"),
                        Map.entry("systemd.extra-unit.bbc-portable-ci-agent.service", "services.portable"),
                        Map.entry("systemd.unit-dropin.multi-user.target", "services.systemd"))),
                fields("/usr/bin/systemd-nspawn"));
    }
}
