/**
 * Value grammars of units: execution, sandboxing, resources, mounts, sockets, conditions (systemd.unit(5) and its
 * pages).
 *
 * <p>In: the raw value of a directive. Out: complaints. One grammar for each parser function of the manager.
 */
@NullMarked
package io.bitbuilder.systemd.grammar.unit;

import org.jspecify.annotations.NullMarked;
