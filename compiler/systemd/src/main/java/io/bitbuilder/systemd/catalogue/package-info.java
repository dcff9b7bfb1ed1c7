/**
 * Names that systemd knows, release by release: directives, sections, words of enumerations, specifiers.
 *
 * <p>In: the tables of {@code stdlib/catalogue}, which a script extracts from systemd's sources. Out: immutable
 * records.
 */
@NullMarked
package io.bitbuilder.systemd.catalogue;

import org.jspecify.annotations.NullMarked;
