package io.bitbuilder.bbc.fleet;

import java.util.List;

/** Services that run inside a workload. */
public record Services(List<String> portable, List<String> systemd) {}
