package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.IntRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Container.
 *
 * @param uids granted or pinned: 65536 user ids of the host
 */
public record Container(
        String name,
        Optional<String> was,
        DataName data,
        Optional<String> image,
        String place,
        Map<String, String> labels,
        boolean maintenance,
        CpuShare cpu,
        MemoryLimits memory,
        IoLimits io,
        Optional<Long> tasks,
        Root root,
        WorkloadNetwork network,
        List<Attachment> attach,
        List<Publish> publish,
        List<Volume> volume,
        Map<String, String> env,
        Extensions extensions,
        Services services,
        Security security,
        IntRange uids,
        List<Raw> raw,
        Origins at)
        implements Workload {
    /** Privileges of the container. */
    public record Security(
            Set<String> capabilities,
            boolean noNewPrivileges,
            boolean readOnlyRoot,
            Syscalls syscalls,
            Optional<String> selinuxContext,
            Optional<String> selinuxApifsContext) {}

    /** System call groups added to and removed from nspawn's default set. */
    public record Syscalls(Set<String> allow, Set<String> deny) {}
}
