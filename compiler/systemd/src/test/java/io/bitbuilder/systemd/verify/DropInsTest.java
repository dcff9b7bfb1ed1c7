package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Drop-ins of types, prefixes, templates and aliases, which systemd applies to a unit besides its own. */
class DropInsTest {
    private static final String SYSTEM = "etc/systemd/system/";
    private static final String SECOND = "[Service]\nExecStart=/usr/bin/b\n";
    private final TreeMap<String, String> links = new TreeMap<>();
    private final List<RawFile> files = new ArrayList<>();

    private void put(String path, String text) {
        files.add(new RawFile(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> findings() {
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(new VerifyInput(files, new TreeSet<>(), links, true, Optional.empty()), findings);
        return findings.sorted().stream()
                .map(f -> f.code() + " " + f.primary().span().file().path() + ":"
                        + f.primary().span().line())
                .toList();
    }

    /** A second ExecStart= in each of these folders makes systemd refuse the unit. */
    @ParameterizedTest
    @CsvSource({
        "foo-bar.service, etc/systemd/system/foo-bar.service.d",
        "foo-bar.service, etc/systemd/system/foo-.service.d",
        "foo-bar-x.service, etc/systemd/system/foo-bar-.service.d",
        "foo.service, etc/systemd/system/service.d",
        "foo.service, usr/lib/systemd/system/service.d",
        "foo.service, lib/systemd/system/foo.service.d"
    })
    void aDropInAddsToTheUnit(String unit, String folder) {
        put(SYSTEM + unit, "[Service]\nExecStart=/usr/bin/a\n");
        assertEquals(List.of(), findings());
        put(folder + "/10.conf", SECOND);
        assertEquals(
                1,
                findings().stream().filter(f -> f.startsWith("SYS009")).count(),
                findings().toString());
    }

    @Test
    void foldersOfOtherNamesDoNot() {
        put(SYSTEM + "foo-bar.service", "[Service]\nExecStart=/usr/bin/a\n");
        put(SYSTEM + "bar-.service.d/10.conf", SECOND);
        put(SYSTEM + "fo-.service.d/10.conf", SECOND);
        put("x/" + SYSTEM + "service.d/10.conf", SECOND);
        assertEquals(List.of(), findings());
    }

    @Test
    void anInstanceHasTheFileOfItsTemplateAndItsOwnDropIns() {
        put(SYSTEM + "b@.service", "[Service]\nExecStart=/usr/bin/a\n");
        put(SYSTEM + "b@x.service.d/o.conf", SECOND);
        assertEquals(List.of("SYS009 " + SYSTEM + "b@x.service.d/o.conf:2"), findings());
    }

    @Test
    void dropInsOfAnAliasBelongToTheUnit() {
        put(SYSTEM + "a.service", "[Service]\nExecStart=/usr/bin/a\n");
        put(SYSTEM + "al.service.d/o.conf", SECOND);
        assertEquals(List.of(), findings());
        links.put(SYSTEM + "al.service", "a.service");
        assertEquals(List.of("SYS009 " + SYSTEM + "al.service.d/o.conf:2"), findings());
    }

    @Test
    void aDropInOfAllServicesIsJudgedOnceAndAppliesToEach() {
        put(SYSTEM + "service.d/10.conf", "[Service]\nRestart=always\nNoSuch=1\n");
        put(SYSTEM + "a.service", "[Service]\nType=oneshot\nExecStart=/usr/bin/a\n");
        put(SYSTEM + "b.service", "[Service]\nType=oneshot\nExecStart=/usr/bin/b\n");
        put(SYSTEM + "c.service", "[Service]\nExecStart=/usr/bin/c\n");
        List<String> found = findings();
        assertEquals(1, found.stream().filter(f -> f.startsWith("SYS003")).count(), found.toString());
        assertEquals(0, found.stream().filter(f -> f.startsWith("SYS008")).count(), found.toString());
        assertEquals(true, found.stream().anyMatch(f -> f.startsWith("SYS009")), found.toString());
    }

    @ParameterizedTest
    @CsvSource({"getty@.service", "getty@tty1.service", "systemd-journald.service"})
    void aSecondCommandOfAServiceOfSystemdNeedsAReset(String unit) {
        String path = SYSTEM + unit + ".d/o.conf";
        put(path, "[Service]\nExecStart=-/sbin/agetty -o x\n");
        assertEquals(List.of("SYS009 " + path + ":2"), findings());
        files.clear();
        put(path, "[Service]\nExecStart=\nExecStart=-/sbin/agetty -o x\n");
        assertEquals(List.of(), findings());
        files.clear();
        put(path, "[Unit]\nDescription=x\n[Service]\nRestart=always\n");
        assertEquals(List.of(), findings());
    }

    @Test
    void theFoldersOfAHomeAreOnePlace() {
        put(".local/share/systemd/user/a.service", "[Service]\nExecStart=/usr/bin/a\n");
        put(".config/systemd/user/a.service.d/o.conf", SECOND);
        assertEquals(List.of("SYS009 .config/systemd/user/a.service.d/o.conf:2"), findings());
    }

    @Test
    void masksAreSilent() {
        put(SYSTEM + "a.service", "");
        links.put(SYSTEM + "b.service", "/dev/null");
        assertEquals(List.of(), findings());
    }
}
