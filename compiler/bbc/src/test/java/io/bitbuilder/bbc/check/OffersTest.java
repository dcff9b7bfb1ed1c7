package io.bitbuilder.bbc.check;

import static io.bitbuilder.bbc.check.CheckFleet.findings;
import static io.bitbuilder.bbc.check.CheckFleet.nodeB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Offers between tenants: the opened ports, and the findings for each side. */
class OffersTest {
    private static final String OFFERS = expose("api", 8443, "globex");
    private static final String CONSUMES = "consume acme.api { on = front }";

    private static String expose(String offer, int port, String to) {
        return "expose " + offer + " { on = web; port = tcp(" + port + "); to = [" + to + "] }\n";
    }

    /** Acme with a container, globex with another. */
    private static Fleet two(String acme, String globex, String place) {
        return CheckFleet.of(nodeB("192.0.2.11"), """
                tenant acme {
                  network back { subnet = 10.64.1.0/24 }
                  container web { attach back { ipv4 = 10.64.1.7 } }
                  %s
                }
                tenant globex {
                  network front { subnet = 10.64.2.0/24 }
                  container shop { place = %s; attach front { ipv4 = 10.64.2.7 } }
                  %s
                }
                """.formatted(acme, place, globex));
    }

    private static List<Code> codes(Fleet fleet) {
        return findings(fleet).stream().map(Finding::code).toList();
    }

    private static Optional<TenantConnection> connection(Fleet fleet) {
        Tenant globex = fleet.tenant("globex").orElseThrow();
        return fleet.connection(globex, globex.consume().getFirst());
    }

    @Test
    void anOfferAndItsConsumerOpenThePort() {
        Fleet both = two(OFFERS, CONSUMES, "node-a");
        assertEquals(List.of(), codes(both));
        TenantConnection connection = connection(both).orElseThrow();
        assertTrue(connection.isOpen());
        assertEquals("10.64.1.7", connection.address().orElseThrow().toString());
        assertEquals("api.acme.internal", connection.consume().hostname());
    }

    @Test
    void anOfferWithoutConsumerIsNotReported() {
        assertEquals(List.of(), codes(two(OFFERS, "", "node-a")));
        assertEquals(List.of(), codes(two(expose("api", 8443, "nobody-we-know"), "", "node-a")));
    }

    /** An unknown tenant, an unknown offer and an offer to others look the same to the consumer. */
    @Test
    void theConsumerCannotDetectOffersToOthers() {
        for (String acme : List.of("", expose("api", 8443, "initech"), expose("apis", 8443, "globex"))) {
            Finding finding = findings(two(acme, CONSUMES, "node-a")).getFirst();
            assertEquals(Code.UNKNOWN_OFFER, finding.code());
            assertEquals(Severity.WARNING, finding.code().severity());
            assertEquals("acme.api is not offered to globex", finding.message());
            assertEquals(List.of(), finding.secondary());
        }
        assertEquals(
                "hooli.api is not offered to globex",
                findings(two(OFFERS, "consume hooli.api { on = front }", "node-a"))
                        .getFirst()
                        .message());
    }

    @Test
    void anOfferOnAnotherHostIsAWarning() {
        Fleet apart = two(OFFERS, CONSUMES, "node-b");
        assertEquals(List.of(Code.OFFER_ON_OTHER_HOST), codes(apart));
        assertEquals(Severity.WARNING, Code.OFFER_ON_OTHER_HOST.severity());
        assertTrue(connection(apart).filter(TenantConnection::isOpen).isEmpty());
    }

    @Test
    void aWorkloadOnAnIsolatedNetworkCannotBeOffered() {
        Fleet closed = CheckFleet.of("""
                tenant acme {
                  network back { subnet = 10.64.1.0/24; mode = bridge }
                  container web { attach back { ipv4 = 10.64.1.7 } }
                  %s
                }
                """.formatted(OFFERS));
        assertEquals(List.of(Code.OFFERED_WORKLOAD_UNREACHABLE), codes(closed));
    }

    @Test
    void anIsolatedNetworkCannotConsume() {
        Fleet closed = CheckFleet.of("""
                tenant globex {
                  network front { subnet = 10.64.2.0/24; mode = bridge }
                  %s
                }
                """.formatted(CONSUMES));
        assertEquals(List.of(Code.CONSUME_ON_ISOLATED_NETWORK), codes(closed));
    }

    @Test
    void aHostnameBelongsToOneOffer() {
        Fleet twice = two(OFFERS + expose("web", 443, "globex"), """
                consume acme.api { on = front; as = "shop" }
                consume acme.web { on = front; as = "shop" }
                """, "node-a");
        assertEquals(List.of(Code.DUPLICATE_OFFER_NAME), codes(twice));
        assertEquals(
                List.of(Code.DUPLICATE_OFFER_NAME),
                codes(two(OFFERS, "consume acme.api { on = front; as = \"localhost\" }", "node-a")));
    }
}
