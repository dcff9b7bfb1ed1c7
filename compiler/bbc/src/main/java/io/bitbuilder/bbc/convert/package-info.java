/**
 * The same tenant in the other of its two forms.
 *
 * <p>In: a {@code metadata.json} or a program of one tenant, parsed. Out: the text of the other form, which parses to
 * the same syntax tree; or the first construct that the other form does not have.
 */
@NullMarked
package io.bitbuilder.bbc.convert;

import org.jspecify.annotations.NullMarked;
