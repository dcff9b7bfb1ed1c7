/**
 * Value grammars of nspawn, repart, sysupdate, the resolver and the daemons' own files.
 *
 * <p>In: the raw value of a directive. Out: complaints. One grammar for each parser function.
 */
@NullMarked
package io.bitbuilder.systemd.grammar.other;

import org.jspecify.annotations.NullMarked;
