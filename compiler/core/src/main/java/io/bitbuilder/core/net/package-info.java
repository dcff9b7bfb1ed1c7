/**
 * IP addresses, prefixes, ranges, MAC addresses and URLs in one normal form each.
 *
 * <p>In: a token of the language or of a file. Out: an immutable value, or the reason why it is invalid
 * ({@link io.bitbuilder.core.scalar.Parsed}).
 */
@NullMarked
package io.bitbuilder.core.net;

import org.jspecify.annotations.NullMarked;
