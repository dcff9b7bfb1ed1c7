package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Subnet;
import java.util.Set;

/** Limits for tenants of one trust level; the name is the word of the level. */
public record Ceiling(
        String name,
        Set<String> capabilities,
        Set<String> syscalls,
        boolean hostNetwork,
        Set<Subnet> egress,
        Origins at) {}
