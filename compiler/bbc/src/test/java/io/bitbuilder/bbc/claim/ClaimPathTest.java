package io.bitbuilder.bbc.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.Proto;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClaimPathTest {
    @Provide
    Arbitrary<ClaimPath> paths() {
        // Names that begin alike, with the two characters that sort below and above the slash.
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("ab0-")
                .ofMinLength(1)
                .ofMaxLength(4)
                .filter(BlockPath::isName);
        Arbitrary<Integer> ports = Arbitraries.integers().between(1, 65535);
        Arbitrary<ClaimMember> attachments = names.map(ClaimMember.Attachment::new);
        Arbitrary<ClaimMember> publishes = Combinators.combine(Arbitraries.of(Proto.class), ports.optional(), ports)
                .as(ClaimMember.Publish::new);
        Arbitrary<Optional<ClaimMember>> members =
                Arbitraries.oneOf(attachments, publishes).optional();
        return Combinators.combine(names, names, members, Arbitraries.of(ClaimField.class))
                .filter((tenant, block, member, field) -> field.isOf(member))
                .as((tenant, block, member, field) -> new ClaimPath(new BlockPath(tenant, block), member, field));
    }

    @Property
    void printedPathsAreReadBack(@ForAll("paths") ClaimPath path) {
        assertEquals(Optional.of(path), ClaimPath.parse(path.toString()));
        assertEquals(Optional.of(path.block()), BlockPath.parse(path.block().toString()));
    }

    @Property
    void pathsSortAsTheirPrintedForm(@ForAll("paths") ClaimPath a, @ForAll("paths") ClaimPath b) {
        assertEquals(Integer.signum(a.toString().compareTo(b.toString())), Integer.signum(a.compareTo(b)));
        assertEquals(
                Integer.signum(a.block().toString().compareTo(b.block().toString())),
                Integer.signum(a.block().compareTo(b.block())));
    }

    @Property
    void theClaimsOfATenantAreThoseWithItsName(@ForAll List<@net.jqwik.api.From("paths") ClaimPath> paths) {
        SortedMap<ClaimPath, String> all = new TreeMap<>();
        paths.forEach(path -> all.put(path, path.tenant()));
        for (ClaimPath path : paths) {
            SortedMap<ClaimPath, String> expected = new TreeMap<>(all);
            expected.values().removeIf(tenant -> !tenant.equals(path.tenant()));
            assertEquals(expected, ClaimPath.ofTenant(all, path.tenant()));
        }
    }

    @Test
    void invalidPathsAreNotRead() {
        for (String text : List.of(
                "",
                "acme",
                "acme/front",
                "acme//subnet",
                "acme/front/colour",
                "acme/front/mac",
                "acme/Front/subnet",
                "acme/web/attach/front",
                "acme/web/attach/front/host",
                "acme/web/attach/a/b/mac",
                "acme/web/publish/tcp/auto/80/mac",
                "acme/web/publish/sctp/auto/80/host",
                "acme/web/publish/tcp/auto/080/host",
                "acme/web/publish/tcp/auto/65536/host",
                "acme/web/publish/tcp/80/host",
                "acme/front/subnet/",
                "/acme/front/subnet")) {
            assertEquals(Optional.empty(), ClaimPath.parse(text), text);
        }
    }
}
