package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

/** Kinds and records say the same; {@code KindsAtStartUpTest} changes a kind. */
class KindsAndRecordsTest {
    @Test
    void everyMemberOfEveryKindHasAConsumer() {
        assertDoesNotThrow(() -> Consumers.require(new TestProgram().program().schema()));
    }
}
