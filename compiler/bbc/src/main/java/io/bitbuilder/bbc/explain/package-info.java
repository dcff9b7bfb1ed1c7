/**
 * Provenance for people: which statement, default or allocation produced a field or a line of output.
 *
 * <p>In: a compilation. Out: accounts of fields and lines, as text or JSON. Everything is computed on demand.
 */
@NullMarked
package io.bitbuilder.bbc.explain;

import org.jspecify.annotations.NullMarked;
