package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.IntRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Virtual machine.
 *
 * @param uids granted or pinned: 65536 user ids of the host, QEMU's own is the first
 * @param cid granted or pinned address for AF_VSOCK
 */
public record Machine(
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
        List<Attachment> attach,
        List<Publish> publish,
        List<Volume> volume,
        Map<String, String> env,
        Extensions extensions,
        Services services,
        IntRange uids,
        long cid,
        List<Raw> raw,
        Origins at)
        implements Workload {}
