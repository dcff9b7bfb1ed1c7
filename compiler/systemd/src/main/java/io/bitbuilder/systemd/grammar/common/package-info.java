/**
 * The form of a value grammar, and the grammars that files of all kinds share.
 *
 * <p>In: the raw value of a directive. Out: {@link io.bitbuilder.systemd.grammar.common.Complaint}s with the range and
 * the effect of each.
 */
@NullMarked
package io.bitbuilder.systemd.grammar.common;

import org.jspecify.annotations.NullMarked;
