package io.bitbuilder.core.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** A set of subnets answers as a search through all of them does. */
class SubnetSetLawsTest {
    @Property
    void answersLikeASearch(@ForAll @Size(max = 12) List<Integer> numbers, @ForAll int asked) {
        List<Subnet> subnets = new ArrayList<>();
        numbers.forEach(n -> subnets.add(subnet(n)));
        SubnetSet set = SubnetSet.of(subnets);
        Subnet subnet = subnet(asked);
        assertEquals(subnets.stream().anyMatch(s -> contains(s, subnet)), set.covers(subnet));
        assertEquals(
                subnets.stream().anyMatch(s -> contains(s, subnet) || contains(subnet, s)),
                set.overlapping(subnet).isPresent());
        List<Subnet> kept =
                Stream.<Subnet>concat(set.four().stream(), set.six().stream()).toList();
        subnets.forEach(s ->
                assertEquals(1, kept.stream().filter(k -> contains(k, s)).count()));
        kept.forEach(k -> assertEquals(
                1, kept.stream().filter(other -> contains(other, k)).count()));
    }

    /** Few bits, so that subnets often overlap. */
    private static Subnet subnet(int number) {
        int prefix = number >>> 1 & 7;
        int bits = number >>> 4 << 25;
        return (number & 1) == 0
                ? Subnet4.around(new Address4(bits), prefix)
                : Subnet6.around(new Address6((long) bits << 32, 0), prefix);
    }

    private static boolean contains(Subnet outer, Subnet inner) {
        return switch (outer) {
            case Subnet4 o -> inner instanceof Subnet4 i && o.prefix() <= i.prefix() && o.contains(i.network());
            case Subnet6 o -> inner instanceof Subnet6 i && o.prefix() <= i.prefix() && o.contains(i.network());
        };
    }
}
