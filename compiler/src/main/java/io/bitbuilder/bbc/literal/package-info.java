/**
 * How systemd writes plain values: numbers, spans of time, sizes, words, paths, addresses, names.
 *
 * <p>In: a text from a file of systemd. Out: what systemd's own parsers make of it, or why they take none. They are wider than
 * the types of package {@code value}, which know one spelling for each value; here every spelling counts that systemd takes.
 */
@NullMarked
package io.bitbuilder.bbc.literal;

import org.jspecify.annotations.NullMarked;
