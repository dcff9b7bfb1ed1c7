package io.bitbuilder.bbc.fleet;

import java.util.List;

/** Extensions of a workload by name: the platform's where it declares one, else the tenant's own image. */
public record Extensions(List<String> sysext, List<String> confext) {}
