package io.bitbuilder.bbc.check;

import static io.bitbuilder.bbc.check.CheckFleet.findings;
import static io.bitbuilder.bbc.check.CheckFleet.nodeB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Peerings;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joined networks: which pairs are open, and the findings for each side. */
class PeersTest {
    private static final String ACME = "peer globex.front { }";
    private static final String GLOBEX = "peer acme.back { }";

    private static Fleet two(String acme, String globex, String place) {
        return CheckFleet.of(nodeB("192.0.2.11"), """
                tenant acme {
                  network back { subnet = 10.64.1.0/24; %s }
                  container web { attach back { ipv4 = 10.64.1.7 } }
                }
                tenant globex {
                  network front { subnet = 10.64.2.0/24; %s }
                  container shop { place = %s; attach front { ipv4 = 10.64.2.7 } }
                }
                """.formatted(acme, globex, place));
    }

    private static List<Code> codes(Fleet fleet) {
        return findings(fleet).stream().map(Finding::code).toList();
    }

    private static List<String> open(Fleet fleet, String tenant) {
        return Peerings.of(fleet).open(fleet.tenant(tenant).orElseThrow()).stream()
                .map(p -> p.own().network().name() + " " + p.own().peer().network())
                .toList();
    }

    @Test
    void networksThatNameEachOtherAreJoined() {
        Fleet both = two(ACME, GLOBEX, "node-a");
        assertEquals(List.of(), codes(both));
        assertEquals(List.of("back globex.front"), open(both, "acme"));
        assertEquals(List.of("front acme.back"), open(both, "globex"));
    }

    /** An unknown tenant, an unknown network and one that names another network look the same to the writer. */
    @Test
    void aPeerWithoutItsCounterpartOpensNothingAndDisclosesNothing() {
        for (String globex : List.of("", "peer initech.back { }", "peer acme.lab { }")) {
            Fleet fleet = two(ACME, globex, "node-a");
            Finding finding = findings(fleet).getFirst();
            assertEquals(Code.UNMATCHED_PEER, finding.code());
            assertEquals(Severity.WARNING, finding.code().severity());
            assertEquals("globex.front is not a peer of acme.back", finding.message());
            assertEquals(List.of(), finding.secondary());
            assertEquals(List.of(), open(fleet, "acme"));
            assertEquals(List.of(), open(fleet, "globex"));
        }
        for (String unknown : List.of("globex.lab", "hooli.front")) {
            assertEquals(
                    unknown + " is not a peer of acme.back",
                    findings(two("peer " + unknown + " { }", "", "node-a"))
                            .getFirst()
                            .message());
        }
    }

    @Test
    void aPeerOnAnotherHostIsAWarningOfBothSides() {
        Fleet apart = two(ACME, GLOBEX, "node-b");
        assertEquals(List.of(Code.PEER_ON_OTHER_HOST, Code.PEER_ON_OTHER_HOST), codes(apart));
        assertEquals(Severity.WARNING, Code.PEER_ON_OTHER_HOST.severity());
        assertEquals(List.of(), open(apart, "acme"));
    }

    @Test
    void anIsolatedNetworkHasNoPeers() {
        Fleet closed = two("mode = bridge; " + ACME, GLOBEX, "node-a");
        assertEquals(List.of(Code.PEER_OF_BRIDGE), codes(closed));
        assertEquals(List.of(), open(closed, "acme"));
        assertEquals(List.of(), open(closed, "globex"));
    }

    @Test
    void aNetworkIsNoPeerOfItself() {
        assertEquals(List.of(Code.SELF_PEER), codes(two("peer acme.back { }", "", "node-a")));
    }

    /** Replies of such a guest would leave by another bridge, where the host drops its address. */
    @Test
    void aGuestWithItsDefaultRouteElsewhereIsReported() {
        Fleet fleet = CheckFleet.of("""
                tenant acme {
                  network back { subnet = 10.64.1.0/24; peer acme.lab { } }
                  network lab { subnet = 10.64.2.0/24; peer acme.back { } }
                  network desk { subnet = 10.64.3.0/24 }
                  container web { attach back { ipv4 = 10.64.1.7 } }
                  container test { attach lab { ipv4 = 10.64.2.7 } }
                  container clerk {
                    attach a { network = desk; ipv4 = 10.64.3.7 }
                    attach b { network = lab; ipv4 = 10.64.2.8 }
                  }
                  container other {
                    attach a { network = lab; ipv4 = 10.64.2.9 }
                    attach b { network = desk; ipv4 = 10.64.3.8 }
                  }
                }
                """);
        assertEquals(
                List.of("container acme.clerk has its default route in network desk, "
                        + "not in network lab, which has peers"),
                findings(fleet).stream().map(Finding::message).toList());
        assertEquals(List.of("back acme.lab", "lab acme.back"), open(fleet, "acme"));
    }
}
