package io.bitbuilder.systemd.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples: equal for equal seeds, each with its own name, and all mutations among them. */
class GeneratorTest {
    private static final int MANY = 400;

    @ParameterizedTest
    @EnumSource
    void equalForEqualSeeds(FileType type) {
        List<Sample> samples = generator(5).samples(type, MANY);
        assertEquals(samples, generator(5).samples(type, MANY));
        assertEquals(samples.subList(0, MANY / 2), generator(5).samples(type, MANY / 2));
        assertNotEquals(samples, generator(6).samples(type, MANY));
        assertEquals(MANY, samples.stream().map(Sample::path).distinct().count());
    }

    @Test
    void everyMutationOccursAndChangesSomething() {
        Set<String> seen = new HashSet<>();
        for (Sample sample : generator(7).samples(FileType.SERVICE, MANY * 5)) {
            seen.addAll(List.of(sample.how().split(", ")));
        }
        Mutation.ALL.forEach(mutation -> assertTrue(seen.contains(mutation.name()), mutation::name));
    }

    @Test
    void aLineIsInItsSection() {
        Sample sample = generator(1).line(FileType.SERVICE, "d1", "Install", "WantedBy", "a.target");
        assertEquals("[Service]\nExecStart=/usr/bin/true\n[Install]\nWantedBy=a.target\n", sample.text());
        assertEquals("[Install] WantedBy", sample.subject(4));
        assertEquals("(header)", sample.subject(3));
    }

    private static Generator generator(long seed) {
        return new Generator(seed, Corpus.own(), Catalogue.load());
    }
}
