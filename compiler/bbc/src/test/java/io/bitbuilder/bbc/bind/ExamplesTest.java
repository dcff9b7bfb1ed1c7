package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.core.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples become fleets without findings. */
class ExamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "neighbours", "fleet", "seed-metadata"})
    void examplesHaveNoFindings(String name) {
        TestProgram program = new TestProgram().folder(Repository.path("examples/" + name));
        Fleet fleet = program.fleet().orElseThrow();
        assertEquals("", program.text());
    }
}
