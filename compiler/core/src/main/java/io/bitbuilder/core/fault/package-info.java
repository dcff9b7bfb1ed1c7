/**
 * Failures other than findings: of the environment, of a race, or of bbc. Thrown, caught once in {@code cli.Main}, and
 * distinguished by the exit code.
 */
@NullMarked
package io.bitbuilder.core.fault;

import org.jspecify.annotations.NullMarked;
