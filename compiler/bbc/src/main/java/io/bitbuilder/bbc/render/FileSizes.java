package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.Size;
import java.util.Comparator;

/**
 * Checks that no compiled file exceeds {@link TreeFile#MAX_BYTES}: the manifest, the firewall and the list of units
 * grow with the blocks of a tenant or a host. Only a fleet with so many blocks that one could is rendered for it.
 */
public final class FileSizes {
    /** Most bytes of a file that do not depend on the number of blocks: the variables and {@code raw} of a workload. */
    private static final long BASE = 8L << 20;

    /** Most bytes that one block or one element of a list adds to a file of its tenant or of its host. */
    static final long EACH = 2048;

    private FileSizes() {}

    /** Reports the largest file of a fleet without errors, if it is too large. */
    public static void check(Fleet fleet, Findings findings) {
        if (BASE + EACH * parts(fleet) > TreeFile.MAX_BYTES) {
            check(fleet, TreeFile.MAX_BYTES, findings);
        }
    }

    /** Reports the largest file of a fleet, if it has more than that many bytes. */
    static void check(Fleet fleet, long most, Findings findings) {
        TreeFile file = CompiledTree.largest(fleet);
        if (file.bytes().length <= most || fleet.tenants().isEmpty()) {
            return;
        }
        Tenant largest = fleet.tenants().stream()
                .max(Comparator.comparingLong((Tenant tenant) -> parts(tenant))
                        .thenComparing(Tenant::name, Comparator.reverseOrder()))
                .orElseThrow();
        findings.add(Finding.of(
                        Code.COMPILED_FILE_TOO_LARGE,
                        largest.at().block().span(),
                        "compiled file `" + file.path() + "` has " + file.bytes().length + " bytes, which exceeds "
                                + new Size(most) + "; tenant " + largest.name() + " has the most blocks and entries, "
                                + parts(largest))
                .why("hosts read each file whole, and `bbc diff` reads no larger one")
                .fix("divide the tenant, or its workloads among more hosts"));
    }

    /** Returns the number of blocks, elements of lists and labels that files of a tenant or a host list. */
    static long parts(Fleet fleet) {
        return fleet.platform().hosts().stream()
                        .mapToLong(host -> 1 + host.labels().size())
                        .sum()
                + fleet.tenants().stream().mapToLong(tenant -> parts(tenant)).sum();
    }

    private static long parts(Tenant tenant) {
        return 4
                + tenant.labels().size()
                + tenant.networks().stream()
                        .mapToLong(network -> parts(network))
                        .sum()
                + tenant.workloads().mapToLong(workload -> parts(workload)).sum()
                + tenant.expose().stream().mapToLong(e -> 1 + e.to().size()).sum()
                + tenant.consume().size();
    }

    private static long parts(Network network) {
        return 1
                + network.dns().size()
                + network.egress().allow().size()
                + network.egress().deny().size();
    }

    private static long parts(Workload workload) {
        return 2
                + workload.labels().size()
                + workload.attach().size()
                + workload.publish().size()
                + workload.volume().size()
                + workload.extensions().sysext().size()
                + workload.extensions().confext().size()
                + workload.services().portable().size()
                + workload.services().systemd().size();
    }
}
