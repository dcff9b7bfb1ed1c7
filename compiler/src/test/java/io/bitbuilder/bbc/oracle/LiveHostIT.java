package io.bitbuilder.bbc.oracle;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled examples on a host with systemd as PID 1, which finds them merged from the boot on. */
@Tag("oracle")
@ExtendWith({OracleRootExtension.class, LedgerExtension.class})
class LiveHostIT {

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "storage"})
    void thereFromTheBootOn(String example, OracleRoot root, Ledger ledger) {
        HostTree tree = compiled(example);
        try (LiveHost host = LiveHost.of(root, tree)) {
            host.put(tree.etc(), "/var/lib/confexts/bbc.v/bbc_1/etc");
            host.start();
            LiveChecks.of(host, ledger).isInForce(tree);
        }
    }

    private static HostTree compiled(String example) {
        List<HostTree> trees = HostTree.golden().stream().filter(tree -> tree.name().startsWith(example + "/")).toList();
        if (trees.isEmpty()) {
            OracleRootExtension.refuse("golden/" + example + " holds no compiled host");
        }
        return trees.getFirst();
    }
}
