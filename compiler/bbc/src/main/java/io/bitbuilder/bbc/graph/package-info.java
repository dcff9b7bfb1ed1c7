/**
 * Who is connected to whom: hosts, tenants, networks and workloads as a graph.
 *
 * <p>In: a fleet. Out: Mermaid, DOT or JSON; each escapes names for its own syntax.
 */
@NullMarked
package io.bitbuilder.bbc.graph;

import org.jspecify.annotations.NullMarked;
