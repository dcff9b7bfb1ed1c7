package io.bitbuilder.systemd.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.verify.Verifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** systemd's rules of resets, refused lines, booleans and lists. */
class EffectiveSettingsTest {
    private final LineChecker checker = new LineChecker(Catalogue.load(), ValueGrammars.load(), Catalogue.NEWEST);

    private ConfigObject object(String path, String... texts) {
        FileKind kind = FileKinds.of(path).orElseThrow();
        List<ConfFile> files = Stream.of(texts)
                .map(text -> ConfReader.read(path, text.getBytes(StandardCharsets.UTF_8), checker.dialect(kind)))
                .toList();
        return new ConfigObject(kind, FilePath.of(path), Optional.of(files.getFirst()), files.subList(1, files.size()));
    }

    private EffectiveSettings network(String... texts) {
        return EffectiveSettings.of(object("etc/systemd/network/a.network", texts), checker);
    }

    private EffectiveSettings service(String... texts) {
        return EffectiveSettings.of(object("etc/systemd/system/a.service", texts), checker)
                .in("Service");
    }

    private static List<String> values(List<Assignment> lines) {
        return lines.stream().map(Assignment::value).toList();
    }

    @Test
    void theLastAcceptedLineCountsAndDropInsComeLater() {
        assertEquals(
                Optional.of("2G"),
                service("[Service]\nMemoryMax=1G\n", "[Service]\nMemoryMax=2G\n")
                        .value("MemoryMax"));
    }

    @Test
    void aRefusedLineLeavesTheValueBeforeIt() {
        EffectiveSettings service = service("[Service]\nRestart=always\nRestart=sometimes\n");
        assertEquals(Optional.of("always"), service.value("Restart"));
        EffectiveSettings written =
                EffectiveSettings.asWritten(object("a.service", "[Service]\nRestart=always\nRestart=sometimes\n"));
        assertEquals(Optional.of("sometimes"), written.in("Service").value("Restart"));
    }

    @Test
    void anEmptyValueResetsAList() {
        assertEquals(
                List.of("/bin/b"),
                values(service("[Service]\nExecStart=/bin/a\nExecStart=\nExecStart=/bin/b\n")
                        .all("ExecStart")));
        assertFalse(service("[Service]\nExecStart=/bin/a\n", "[Service]\nExecStart=\n")
                .has("ExecStart"));
    }

    @Test
    void keysOfOneListResetEachOther() {
        EffectiveSettings socket = EffectiveSettings.of(
                        object("a.socket", "[Socket]\nListenStream=1\nListenDatagram=\nListenFIFO=/a\n"), checker)
                .in("Socket");
        assertEquals(List.of("/a"), values(socket.all("ListenStream", "ListenDatagram", "ListenFIFO")));
    }

    /**
     * systemd's parser of booleans refuses the empty value, so that the line is ignored; three of our readers took it
     * for a reset.
     */
    @Test
    void anEmptyValueDoesNotResetABoolean() {
        assertTrue(service("[Service]\nRemainAfterExit=yes\nRemainAfterExit=\n").isTrue("RemainAfterExit"));
        assertTrue(network("[Network]\nDHCPServer=yes\nDHCPServer=\n")
                .in("Network")
                .isTrue("DHCPServer"));
    }

    @Test
    void booleansHaveTwelveWordsInAnyCase() {
        for (String word : List.of("1", "yes", "Y", "true", "T", "oN")) {
            assertTrue(service("[Service]\nRemainAfterExit=" + word + "\n").isTrue("RemainAfterExit"), word);
        }
        for (String word : List.of("0", "no", "N", "false", "F", "oFF")) {
            assertTrue(service("[Service]\nRemainAfterExit=" + word + "\n").isFalse("RemainAfterExit"), word);
        }
        assertFalse(service("[Service]\n").isFalse("RemainAfterExit"));
    }

    /** A list whose words are all wrong sets nothing; two of our readers counted it. */
    @Test
    void aLineWithoutAGoodWordCountsAsRefused() {
        assertFalse(network("[Network]\nVLAN=a/b c/d\n").in("Network").has("VLAN"));
        assertEquals(
                List.of("a/b c"),
                values(network("[Network]\nVLAN=a/b c\n").in("Network").all("VLAN")));
    }

    @Test
    void durationsAreInMicroseconds() {
        assertEquals(
                Optional.of(BigInteger.valueOf(1_500_000)),
                service("[Service]\nRestartSec=1s 500ms\n").duration("RestartSec"));
        assertEquals(
                Optional.of(BigInteger.valueOf(2_000_000)),
                service("[Service]\nRestartSec=2\n").duration("RestartSec"));
    }

    @Test
    void anEmptyShortFormDiscardsTheSectionsBeforeIt() {
        EffectiveSettings settings =
                network("[Address]\nAddress=10.0.0.1/24\n[Network]\nAddress=\nAddress=10.0.1.1/24\n[Address]\n"
                        + "Address=10.0.2.1/24\n");
        assertEquals(
                List.of("10.0.1.1/24", "10.0.2.1/24"),
                settings.eachOrShort("Address", "Address").stream()
                        .map(s -> s.value("Address").orElse(""))
                        .toList());
    }

    /** systemd keeps the first Kind=; the rules over trees went by the last one. */
    @Test
    void theFirstKindOfADeviceCounts() {
        List<RawFile> files = List.of(
                file("v.netdev", "[NetDev]\nName=v\nKind=vlan\nKind=dummy\n[VLAN]\nId=3\n"),
                file("v.network", "[Match]\nName=eth0\n[Network]\nDHCP=yes\n"));
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST).verify(files, true, findings);
        assertEquals(
                List.of("SYS102", "SYS004"),
                findings.sorted().stream().map(f -> f.code().id()).toList());
    }

    /** A refused line after a good one must not hide that the pool does not fit: the server is still on. */
    @Test
    void aRefusedSwitchDoesNotTurnOffTheRulesOfItsSection() {
        Findings findings = new Findings();
        String text =
                "[Match]\nName=a\n[Network]\nAddress=10.0.0.1/30\nDHCPServer=yes\nDHCPServer=maybe\n[DHCPServer]\n"
                        + "PoolOffset=9\n";
        Verifier.of(Catalogue.NEWEST).verify(List.of(file("a.network", text)), true, findings);
        assertEquals(
                List.of("SYS004", "SYS208"),
                findings.sorted().stream().map(f -> f.code().id()).toList());
    }

    private static RawFile file(String name, String text) {
        return new RawFile("etc/systemd/network/" + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
