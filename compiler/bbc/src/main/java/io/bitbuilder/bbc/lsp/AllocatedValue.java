package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.source.Span;

/**
 * Value that the allocator gave to an {@code auto} in a file.
 *
 * @param at the written {@code auto}
 * @param value the value as the language writes it
 */
record AllocatedValue(Span at, String value) {}
