/**
 * The IR: the evaluated fleet as immutable records, one for each kind of {@code stdlib/kinds}.
 *
 * <p>In: the resolved program with its grants. Out: records with the origin of every field. A record's components are
 * the kind's fields in camel case ({@code no-new-privileges} is {@code noNewPrivileges}), preceded by the block's name
 * or key and followed by the origins; a kind inside another one is a list named with an {@code s}.
 */
@NullMarked
package io.bitbuilder.bbc.fleet;

import org.jspecify.annotations.NullMarked;
