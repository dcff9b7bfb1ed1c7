/**
 * Paths of claims: which field of which block requests an allocated value.
 *
 * <p>In: strings of lock files, and blocks of the program. Out: {@link io.bitbuilder.bbc.claim.ClaimPath}, the key
 * under which every later stage finds a grant. The form with slashes is read and written here alone.
 */
@NullMarked
package io.bitbuilder.bbc.claim;

import org.jspecify.annotations.NullMarked;
