/**
 * Typed scalars: one record and one parser for each.
 *
 * <p>In: the text of a token. Out: an immutable value in normal form, or the reason why it is invalid. Nothing here
 * knows the language or systemd; every value that comes from a tenant passes one of these before it reaches an
 * artefact.
 */
@NullMarked
package io.bitbuilder.core.scalar;

import org.jspecify.annotations.NullMarked;
