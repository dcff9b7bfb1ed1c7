package io.bitbuilder.bbc.fleet;

import java.util.Set;

/** The most that tenants of one trust may ask for; the name is the trust's word. */
public record Ceiling(String name, Set<String> capabilities, Set<String> syscalls, boolean hostNetwork, Origins at) {}
