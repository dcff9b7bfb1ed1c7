/**
 * A fleet to begin with.
 *
 * <p>In: templates of the standard library and a tenant's name. Out: files that compile, written where nothing is in
 * the way.
 */
@NullMarked
package io.bitbuilder.bbc.init;

import org.jspecify.annotations.NullMarked;
