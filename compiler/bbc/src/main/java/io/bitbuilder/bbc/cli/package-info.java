/**
 * The command line: each command is a short composition of stages.
 *
 * <p>In: arguments. Out: results on stdout, findings on stderr, an exit code: 0 success, 1 findings of severity error,
 * 2 usage or environment error, 3 ref changed concurrently, 70 internal error.
 */
@NullMarked
package io.bitbuilder.bbc.cli;

import org.jspecify.annotations.NullMarked;
