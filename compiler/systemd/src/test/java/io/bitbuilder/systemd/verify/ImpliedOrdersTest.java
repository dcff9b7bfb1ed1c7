package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.object.VerifyInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cycles through orders that no line writes; each row was asked of {@code systemd-analyze verify} 262. */
class ImpliedOrdersTest {
    private static final String SYSTEM = "etc/systemd/system/";
    private static final String RUNS = ";[Service];ExecStart=/usr/bin/a";

    private final List<RawFile> files = new ArrayList<>();
    private final TreeMap<String, String> links = new TreeMap<>();

    private void put(String name, String lines) {
        files.add(new RawFile(SYSTEM + name, lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8)));
    }

    private void link(String target, String unit) {
        links.put(SYSTEM + target + ".wants/" + unit, "../" + unit);
    }

    private List<Finding> cycles() {
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(new VerifyInput(files, new TreeSet<>(), links, true, Optional.empty()), findings);
        return findings.sorted().stream()
                .filter(finding -> finding.code().id().equals("SYS125"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "local-fs.target, 1",
        "sysinit.target, 1",
        "local-fs-pre.target, 1",
        "sockets.target, 1",
        "basic.target, 1",
        "timers.target, 0",
        "multi-user.target, 0",
        "network-online.target, 0",
        "remote-fs.target, 0"
    })
    void aServiceStartsAfterBasicTarget(String target, int cycles) {
        put("a.service", "[Unit];Before=" + target + RUNS);
        assertEquals(cycles, cycles().size());
        files.clear();
        put("a.service", "[Unit];DefaultDependencies=no;Before=" + target + RUNS);
        assertEquals(List.of(), cycles());
    }

    @Test
    void theFindingNamesLineUnitsAndFix() {
        put("a.service", "[Unit];Before=local-fs.target" + RUNS);
        Finding finding = cycles().getFirst();
        assertEquals("local-fs.target", finding.primary().span().text());
        assertEquals(
                "cyclic order of local-fs.target, a.service, sysinit.target; systemd drops one of their jobs when they "
                        + "start",
                finding.message());
        assertEquals(
                "default dependencies of this service",
                finding.secondary().getFirst().text());
        assertEquals(
                "write DefaultDependencies=no in [Unit] of a.service, if it is to start before basic.target",
                finding.fixes().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource({"'What=/dev/vdb;Type=ext4', 1", "'What=/dev/vdb;Options=nofail', 0", "'What=h:/x;Type=nfs', 0"})
    void aMountIsPartOfTheLocalFileSystems(String lines, int cycles) {
        put("a.service", "[Unit]" + RUNS);
        put("data.mount", "[Unit];After=a.service;[Mount];Where=/data;" + lines);
        assertEquals(cycles, cycles().size());
    }

    @Test
    void aPathWaitsForItsMountPoints() {
        put("data.mount", "[Unit];DefaultDependencies=no;After=a.service;[Mount];What=/dev/vdb;Where=/data");
        put("a.service", "[Unit];RequiresMountsFor=/database" + RUNS);
        assertEquals(List.of(), cycles());
        files.removeLast();
        put("a.service", "[Unit];RequiresMountsFor=/data/x" + RUNS);
        assertEquals(1, cycles().size());
    }

    @ParameterizedTest
    @CsvSource({
        "a.socket, [Socket];ListenStream=/run/a",
        "a.timer, [Timer];OnCalendar=daily",
        "a.path, [Path];PathExists=/run/a",
        "b.timer, [Timer];OnCalendar=daily;Unit=a.service"
    })
    void aTriggerStartsBeforeItsService(String name, String lines) {
        put("a.service", "[Unit];Before=" + name + RUNS);
        put(name, lines);
        assertEquals(1, cycles().size());
    }

    @ParameterizedTest
    @CsvSource({"multi-user.target, graphical.target, 1", "multi-user.target, multi-user.target, 0"})
    void aTargetStartsAfterItsUnits(String target, String after, int cycles) {
        put("a.service", "[Unit];After=" + after + RUNS);
        assertEquals(List.of(), cycles());
        link(target, "a.service");
        assertEquals(cycles, cycles().size());
        links.clear();
        files.clear();
        put("a.service", "[Unit];After=" + after + RUNS + ";[Install];WantedBy=" + target);
        assertEquals(cycles, cycles().size());
    }

    @ParameterizedTest
    @CsvSource({"sockets.target, 1", "sysinit.target, 0", "basic.target, 0", "local-fs.target, 0", "timers.target, 0"})
    void anEarlyTargetWantsAService(String target, int cycles) {
        put("a.service", "[Unit]" + RUNS);
        link(target, "a.service");
        assertEquals(cycles, cycles().size());
    }

    @Test
    void aTargetOfItsOwnIsOrderedAfterWhatItWants() {
        put("a.target", "[Unit];Wants=a.service;Before=basic.target");
        put("a.service", "[Unit]" + RUNS);
        assertEquals(1, cycles().size());
    }
}
