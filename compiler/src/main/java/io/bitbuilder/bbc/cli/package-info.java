/**
 * The command line: each command is a short composition of stages.
 *
 * <p>In: arguments. Out: results on stdout, findings on stderr, an exit code: 0 fine, 1 findings of severity error, 2 wrong use
 * or unusable environment, 3 moved by others meanwhile, 70 a fault of bbc.
 */
@NullMarked
package io.bitbuilder.bbc.cli;

import org.jspecify.annotations.NullMarked;
