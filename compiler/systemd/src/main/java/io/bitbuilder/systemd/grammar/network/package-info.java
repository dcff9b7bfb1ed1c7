/**
 * Value grammars of .network, .netdev and .link files (systemd.network(5), systemd.netdev(5), systemd.link(5)).
 *
 * <p>In: the raw value of a directive. Out: complaints. One grammar for each parser function of networkd and udev.
 */
@NullMarked
package io.bitbuilder.systemd.grammar.network;

import org.jspecify.annotations.NullMarked;
