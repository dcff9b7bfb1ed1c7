/**
 * Failures other than findings: of the environment, of a race, or of bbc.
 *
 * <p>In: a message, and the cause if there is one. Out: an exception that {@code cli.Main} catches once; its class
 * determines the exit code.
 */
@NullMarked
package io.bitbuilder.core.fault;

import org.jspecify.annotations.NullMarked;
