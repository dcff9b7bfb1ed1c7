package io.bitbuilder.bbc.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.claim.ClaimPath;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlotSetTest {
    private static final int SIZE = 40;

    record Range(int first, int last) {}

    @Provide
    Arbitrary<List<Range>> ranges() {
        Arbitrary<Integer> number = Arbitraries.integers().between(-3, SIZE + 3);
        return Combinators.combine(number, number)
                .as((a, b) -> new Range(Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 6)))
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 300)
    void agreesWithABitSet(@ForAll("ranges") List<Range> ranges) {
        SlotSet slots = new SlotSet(SIZE);
        BitSet model = new BitSet(SIZE);
        for (Range range : ranges) {
            slots.take(range.first(), range.last());
            for (int i = Math.max(0, range.first()); i <= Math.min(SIZE - 1, range.last()); i++) {
                model.set(i);
            }
            assertEquals(SIZE - model.cardinality(), slots.free());
        }
        for (int i = 0; i < SIZE; i++) {
            int next = model.nextClearBit(i) < SIZE ? model.nextClearBit(i) : model.nextClearBit(0);
            assertEquals(next < SIZE ? OptionalLong.of(next) : OptionalLong.empty(), slots.nextFree(i));
        }
    }

    @Test
    void fillsALargePoolWithoutSlowingDown() {
        SlotSet slots = new SlotSet(200_000);
        ClaimPath claim = ClaimPath.parse("acme/front/subnet").orElseThrow();
        for (int i = 0; i < 200_000; i++) {
            assertTrue(ProbeSequence.take(slots, claim).isPresent());
        }
        assertEquals(OptionalLong.empty(), ProbeSequence.take(slots, claim));
    }
}
