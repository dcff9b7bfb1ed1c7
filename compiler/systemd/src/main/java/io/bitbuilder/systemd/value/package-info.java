/**
 * Plain values in systemd's notation: numbers, spans of time, sizes, words, paths, addresses, names.
 *
 * <p>In: a string from a file of systemd. Out: the value that systemd's parsers read from it, or the reason why they
 * reject it. They are wider than the types of package {@code value}, which know one spelling per value; these accept
 * every spelling that systemd accepts.
 */
@NullMarked
package io.bitbuilder.systemd.value;

import org.jspecify.annotations.NullMarked;
