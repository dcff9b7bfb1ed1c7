package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Publish;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The meaning of a component follows from types, not from its name: the record of its elements and the field in the
 * schema.
 */
class RecordPlansTest {
    private final RecordPlans plans =
            new RecordPlans(new TestProgram().program().schema());

    record AnyPlural(List<Network> bridges, List<Container> containers) {}

    record OtherElement(List<Publish> containers) {}

    record OtherKeyedElement(List<Publish> attach) {}

    @Test
    void theRecordOfTheElementsNamesTheChildKind() {
        assertEquals(
                List.of(
                        new RecordPart.Blocks("network", Network.class),
                        new RecordPart.Blocks("container", Container.class)),
                plans.of(AnyPlural.class, "tenant").parts());
    }

    @Test
    void aListOfTheRecordOfAnotherKindIsAFault() {
        assertThrows(IllegalStateException.class, () -> plans.of(OtherElement.class, "tenant"));
        assertThrows(IllegalStateException.class, () -> plans.of(OtherKeyedElement.class, "container"));
    }

    @Test
    void anAssignedAddressIsATypeOfTheSchema() {
        List<RecordPart> parts = plans.of(Attachment.class, "Attachment").parts();
        assertInstanceOf(RecordPart.Assigned.class, parts.get(4));
        assertInstanceOf(RecordPart.Assigned.class, parts.get(5));
    }
}
