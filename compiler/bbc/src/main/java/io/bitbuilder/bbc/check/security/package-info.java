/**
 * Checks of security: ceilings of trust, system calls, user ids, free text.
 *
 * <p>In: the fleet. Out: findings.
 */
@NullMarked
package io.bitbuilder.bbc.check.security;

import org.jspecify.annotations.NullMarked;
