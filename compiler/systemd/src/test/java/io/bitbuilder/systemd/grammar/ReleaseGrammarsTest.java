package io.bitbuilder.systemd.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a release accepts and the previous one does not (NEWS of each). */
class ReleaseGrammarsTest {
    private final Catalogue catalogue = Catalogue.load();
    private final ValueGrammars grammars = ValueGrammars.load();

    @ParameterizedTest
    @CsvSource({
        "network,Network,VLAN,'a b',262",
        "netdev,VRF,Table,main,261",
        "socket,Socket,MessageQueueMessageSize,4K,262",
        "service,Service,PrivateUsers,managed,260",
        "service,Service,CPUSchedulingPolicy,ext,260",
        "service,Service,NUMAPolicy,preferred-many,262",
        "service,Service,SecureBits,exec-restrict-file,262",
        "service,Service,FileDescriptorStorePreserve,on-success,261",
        "journald.conf,Journal,Audit,keep,259"
    })
    void newSince(String type, String section, String key, String value, int since) {
        assertFalse(accepts(type, section, key, value, since - 1));
        assertTrue(accepts(type, section, key, value, since));
        assertFalse(accepts(type, section, key, "\u0001", since));
    }

    @ParameterizedTest
    @CsvSource({
        "network,Network,VLAN,a",
        "netdev,VRF,Table,42",
        "socket,Socket,MessageQueueMessageSize,4096",
        "service,Service,PrivateUsers,full"
    })
    void oldInAll(String type, String section, String key, String value) {
        for (int release = Catalogue.OLDEST; release <= Catalogue.NEWEST; release++) {
            assertTrue(accepts(type, section, key, value, release));
        }
    }

    @ParameterizedTest
    @CsvSource({"258,supported since systemd 262; ", "262,''"})
    void theReasonNamesALaterReleaseThatAcceptsTheValue(int release, String reason) {
        String said = judge("network", "Network", "VLAN", "a b", release);
        assertEquals(reason, said.substring(0, Math.min(said.length(), reason.length())));
        assertFalse(judge("network", "Network", "VLAN", "/", 258).startsWith("supported"));
    }

    private boolean accepts(String type, String section, String key, String value, int release) {
        return judge(type, section, key, value, release).isEmpty();
    }

    private String judge(String type, String section, String key, String value, int release) {
        Directive directive = catalogue.find(type, section, key).orElseThrow();
        return grammars
                .of(directive)
                .orElseThrow()
                .judge(value, new ValueContext(directive, "a." + type, release, catalogue))
                .stream()
                .map(Complaint::reason)
                .findFirst()
                .orElse("");
    }
}
