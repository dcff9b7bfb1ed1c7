package io.bitbuilder.bbc.fleet;

import java.util.List;
import java.util.Optional;

/**
 * Virtual machine.
 *
 * @param cid granted or pinned address for AF_VSOCK
 */
public record Machine(
        String name,
        Optional<String> image,
        String place,
        boolean maintenance,
        CpuShare cpu,
        MemoryLimits memory,
        IoLimits io,
        Optional<Long> tasks,
        Root root,
        List<Attachment> attach,
        List<Publish> publish,
        List<Volume> volume,
        Extensions extensions,
        Services services,
        long cid,
        List<Raw> raw,
        Origins at)
        implements Workload {}
