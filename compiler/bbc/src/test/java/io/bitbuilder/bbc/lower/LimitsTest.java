package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.CpuShare;
import io.bitbuilder.bbc.lower.unit.LimitsDropIn;
import io.bitbuilder.core.scalar.Cpu;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({
        "1024, 100",
        "2, 1",
        "5, 1",
        "15, 1",
        "16, 2",
        "512, 50",
        "2048, 200",
        "102400, 10000",
        "262144, 10000",
        "1030, 101"
    })
    void sharesBecomeWeightsAsInTheKernel(long shares, long weight) {
        assertEquals(
                Optional.of(weight),
                LimitsDropIn.weight(new CpuShare(new Cpu(1000), Optional.empty(), Optional.of(shares), Set.of())));
    }
}
