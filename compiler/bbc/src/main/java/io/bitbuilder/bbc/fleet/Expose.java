package io.bitbuilder.bbc.fleet;

import java.util.Set;

/**
 * Port that a tenant offers to others.
 *
 * @param on name of the tenant's workload
 * @param to names of the tenants that may consume it; they need not exist
 */
public record Expose(String name, String on, ProtoPort port, Set<String> to, Origins at) {}
