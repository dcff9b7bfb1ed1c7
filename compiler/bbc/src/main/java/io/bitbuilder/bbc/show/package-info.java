/**
 * The evaluated model as people and programs read it.
 *
 * <p>In: a compilation. Out: blocks with all fields of their kinds, as text of the language or JSON; hosts with their
 * workloads; grants.
 */
@NullMarked
package io.bitbuilder.bbc.show;

import org.jspecify.annotations.NullMarked;
