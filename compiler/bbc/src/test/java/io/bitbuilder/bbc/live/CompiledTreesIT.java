package io.bitbuilder.bbc.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.Judgement;
import io.bitbuilder.systemd.oracle.Oracle;
import io.bitbuilder.systemd.oracle.OracleReport;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every host of every compiled example before every oracle. A complaint is a failure. */
@Order(7)
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class CompiledTreesIT {

    @TestFactory
    Stream<DynamicContainer> hosts(OracleRoot root) {
        return Example.all()
                .flatMap(example -> example.hosts().stream())
                .map(tree -> DynamicContainer.dynamicContainer(
                        tree.name(),
                        Oracle.ALL.stream()
                                .map(oracle ->
                                        DynamicTest.dynamicTest(oracle.program(), () -> ask(oracle, root, tree)))));
    }

    private static void ask(Oracle oracle, OracleRoot root, HostTree tree) {
        Judgement judgement = oracle.judge(root, tree);
        OracleReport.add(oracle, tree, judgement);
        assertEquals("", String.join("\n", judgement.complaints()));
    }
}
