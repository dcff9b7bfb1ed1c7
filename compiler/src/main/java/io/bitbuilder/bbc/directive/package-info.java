/**
 * What systemd takes as the value of each directive.
 *
 * <p>In: a directive of the catalogue and the text after its {@code =}. Out: what systemd would complain about, and what it does
 * then. One grammar serves each of systemd's parser functions; {@code stdlib/catalogue/grammars} says which. The same
 * grammars judge other people's files, {@code raw} directives and what the compiler itself writes.
 */
@NullMarked
package io.bitbuilder.bbc.directive;

import org.jspecify.annotations.NullMarked;
