/**
 * Values that systemd accepts for each directive.
 *
 * <p>In: a directive of the catalogue and the string after its {@code =}. Out: the complaints of systemd, the place of
 * each, and the reaction. One grammar serves each of systemd's parser functions; {@code stdlib/catalogue/grammars}
 * assigns them. The same grammars check files of other origin, {@code raw} directives and the output of the compiler.
 */
@NullMarked
package io.bitbuilder.systemd.grammar;

import org.jspecify.annotations.NullMarked;
