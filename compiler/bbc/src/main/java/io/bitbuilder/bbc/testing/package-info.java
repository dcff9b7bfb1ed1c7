/**
 * Runs tests of the language.
 *
 * <p>In: the parsed files of a fleet. Out: a {@link io.bitbuilder.bbc.testing.TestResults}: a verdict for each test
 * with the findings that explain it, and the branches of profiles that no test takes. Nothing here changes what a fleet
 * compiles to.
 */
@NullMarked
package io.bitbuilder.bbc.testing;

import org.jspecify.annotations.NullMarked;
