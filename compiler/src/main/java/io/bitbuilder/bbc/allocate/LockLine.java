package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.source.Span;

/**
 * A line of a lock file.
 *
 * @param gone a tombstone: the claim was gone when the file was written, its slot stays taken
 */
public record LockLine(String key, Resource resource, Grant grant, boolean gone, Span span) {}
