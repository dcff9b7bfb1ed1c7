package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.conf.Dialect;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.rule.line.LineFixes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of a value that a complaint marks, which does not depend on the words of the complaint. */
class PlacesTest {
    private final LineChecker checker = new LineChecker(Catalogue.load(), ValueGrammars.load(), Catalogue.NEWEST);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "service|Service|Restart|sometimes|sometimes",
                "service|Service|MemoryMax|12Q|12Q",
                "service|Service|ExecStart|bin/x|bin/x",
                "service|Unit|After|a.service b c.service|b",
                "service|Service|SystemCallFilter|~read nope|nope",
                "service|Service|SystemCallFilter|~read:EPERM write:EFOO|write:EFOO",
                "service|Service|Environment|A=1 =b|=b",
                "service|Service|Environment|A=b \"c|\"c",
                "service|Service|ReadWritePaths|/a b /c|b",
                "service|Service|IODeviceWeight|/dev/sda 0|0",
                "service|Service|IPAddressAllow|10.0.0.0/8 10.0.0.0/33|33",
                "service|Service|RestrictAddressFamilies|AF_INET AF_FOO|AF_FOO",
                "service|Service|WorkingDirectory|/%Z|%Z",
                "socket|Socket|ListenStream|0|0",
                "timer|Timer|OnCalendar|never|never",
                "network|Network|Address|10.0.0.1/40|40",
                "network|Network|DNS|10.0.0.1:99999|99999",
                "network|Network|VLAN|a /|/",
                "network|DHCPv4|SendOption|00:uint8:1|00",
                "link|Link|AlternativeNamesPolicy|slot database database|database",
                "nspawn|Network|Port|tcp:0:80|0",
                "nspawn|Exec|Capability|CAP_NET_ADMIN CAP_FOO|CAP_FOO"
            })
    void marks(String type, String section, String key, String value, String marked) {
        List<Complaint> complaints = judge(type, section, key, value);
        assertEquals(
                List.of(marked), complaints.stream().map(c -> c.place().piece()).toList());
        assertEquals(value, complaints.getFirst().place().text());
        List<Complaint> reworded =
                complaints.stream().map(c -> c.withReason("'a' is not 'b'")).toList();
        assertEquals(spans(key, value, complaints), spans(key, value, reworded));
        assertEquals(Set.of(marked), spans(key, value, complaints));
    }

    @Test
    void marksTheSecondOfTwoEqualWords() {
        Complaint complaint = judge("link", "Link", "AlternativeNamesPolicy", "slot database database")
                .getFirst();
        assertEquals("slot database ".length(), complaint.place().start());
    }

    @Test
    void marksTheKeyOfAnEmptyValue() {
        assertEquals(Set.of("Address"), spans("Address", "", judge("network", "Network", "Address", "x")));
    }

    private Set<String> spans(String key, String value, List<Complaint> complaints) {
        byte[] file = ("[A]\n" + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
        Assignment line = ConfReader.read("a.conf", file, new Dialect(Set.of("A"), Set.of()))
                .assignments()
                .getFirst();
        return complaints.stream()
                .map(c -> LineFixes.place(line, c.place()).text())
                .collect(Collectors.toSet());
    }

    private List<Complaint> judge(String type, String section, String key, String value) {
        Directive directive = checker.catalogue()
                .find(type, section, key)
                .or(() -> checker.catalogue().find("unit", section, key))
                .orElseThrow();
        return checker.judge(directive, "d1." + type, value);
    }
}
