package io.bitbuilder.bbc.check;

import static io.bitbuilder.bbc.check.Fleets.fleet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Offers between tenants: the opened ports, and the findings for each side. */
class OffersTest {
    private static final UnaryOperator<Fleets.TenantMaker> OFFERS = t -> t.expose("api", "web", 8443, "globex");
    private static final UnaryOperator<Fleets.TenantMaker> CONSUMES =
            t -> t.consume("acme.api", "front", Optional.empty());

    /** Acme with a container, globex with another. */
    private static Fleets two(
            UnaryOperator<Fleets.TenantMaker> acme, UnaryOperator<Fleets.TenantMaker> globex, String place) {
        return fleet().host("node-b", "192.0.2.11")
                .tenant(
                        "acme",
                        t -> acme.apply(
                                t.network("back", "10.64.1.0/24").container("web", w -> w.attach("back", "10.64.1.7"))))
                .tenant(
                        "globex",
                        t -> globex.apply(t.network("front", "10.64.2.0/24").container("shop", w -> {
                            w.place = place;
                            w.attach("front", "10.64.2.7");
                        })));
    }

    private static List<Finding> findings(Fleets fleets) {
        Findings findings = new Findings();
        Checks.run(fleets.build(), Set.of(), ClaimPrecedence.NONE, findings);
        return findings.sorted();
    }

    private static List<Code> codes(Fleets fleets) {
        return findings(fleets).stream().map(Finding::code).toList();
    }

    private static Optional<TenantConnection> connection(Fleets fleets) {
        Fleet fleet = fleets.build();
        Tenant globex = fleet.tenant("globex").orElseThrow();
        return fleet.connection(globex, globex.consume().getFirst());
    }

    @Test
    void bothSidesOpenIt() {
        Fleets both = two(OFFERS, CONSUMES, "node-a");
        assertEquals(List.of(), codes(both));
        TenantConnection connection = connection(both).orElseThrow();
        assertTrue(connection.isOpen());
        assertEquals("10.64.1.7", connection.address().orElseThrow().toString());
        assertEquals("api.acme.internal", connection.consume().hostname());
    }

    @Test
    void anOfferAloneSaysNothing() {
        assertEquals(List.of(), codes(two(OFFERS, t -> t, "node-a")));
        assertEquals(List.of(), codes(two(t -> t.expose("api", "web", 8443, "nobody-we-know"), t -> t, "node-a")));
    }

    /**
     * Whether the tenant exists, whether it offers something of that name, and to whom, all look alike from outside.
     */
    @Test
    void theConsumerLearnsNothingOfWhatIsNotOfferedToIt() {
        List<UnaryOperator<Fleets.TenantMaker>> others = List.of(
                t -> t, t -> t.expose("api", "web", 8443, "initech"), t -> t.expose("apis", "web", 8443, "globex"));
        for (UnaryOperator<Fleets.TenantMaker> acme : others) {
            Finding finding = findings(two(acme, CONSUMES, "node-a")).getFirst();
            assertEquals(Code.UNKNOWN_OFFER, finding.code());
            assertEquals(Severity.WARNING, finding.code().severity());
            assertEquals("acme.api is not offered to globex", finding.message());
            assertEquals(List.of(), finding.secondary());
        }
        UnaryOperator<Fleets.TenantMaker> stranger = t -> t.consume("hooli.api", "front", Optional.empty());
        assertEquals(
                "hooli.api is not offered to globex",
                findings(two(OFFERS, stranger, "node-a")).getFirst().message());
    }

    @Test
    void anotherHostIsOutOfReachAndStopsNobody() {
        Fleets apart = two(OFFERS, CONSUMES, "node-b");
        assertEquals(List.of(Code.OFFER_ON_OTHER_HOST), codes(apart));
        assertEquals(Severity.WARNING, Code.OFFER_ON_OTHER_HOST.severity());
        assertTrue(connection(apart).filter(TenantConnection::isOpen).isEmpty());
    }

    @Test
    void onlyWhatTheHostForwardsToIsOffered() {
        Fleets closed = fleet().tenant(
                        "acme",
                        t -> OFFERS.apply(t.network(
                                        "back", "10.64.1.0/24", NetworkMode.BRIDGE, Optional.empty(), Optional.empty())
                                .container("web", w -> w.attach("back", "10.64.1.7"))));
        assertEquals(List.of(Code.OFFERED_WORKLOAD_UNREACHABLE), codes(closed));
    }

    @Test
    void aClosedNetworkConsumesNothing() {
        Fleets closed = fleet().tenant(
                        "globex",
                        t -> CONSUMES.apply(t.network(
                                "front", "10.64.2.0/24", NetworkMode.BRIDGE, Optional.empty(), Optional.empty())));
        assertEquals(List.of(Code.CONSUME_ON_ISOLATED_NETWORK), codes(closed));
    }

    @Test
    void aNameMeansOneOffer() {
        Fleets twice = two(
                t -> OFFERS.apply(t).expose("web", "web", 443, "globex"),
                t -> t.consume("acme.api", "front", Optional.of("shop"))
                        .consume("acme.web", "front", Optional.of("shop")),
                "node-a");
        assertEquals(List.of(Code.DUPLICATE_OFFER_NAME), codes(twice));
        assertEquals(
                List.of(Code.DUPLICATE_OFFER_NAME),
                codes(two(OFFERS, t -> t.consume("acme.api", "front", Optional.of("localhost")), "node-a")));
    }
}
