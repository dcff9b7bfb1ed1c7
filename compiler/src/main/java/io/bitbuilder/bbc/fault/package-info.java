/**
 * What is not a finding: faults of the environment, of a race, or of ours. Thrown, caught once in {@code cli.Main}, and told
 * apart by the exit code.
 */
@NullMarked
package io.bitbuilder.bbc.fault;

import org.jspecify.annotations.NullMarked;
