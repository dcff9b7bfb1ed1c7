package io.bitbuilder.bbc.explain;

/**
 * A line of the compiled tree.
 *
 * @param path path in the tree
 * @param line number, from 1
 * @param text the line without its end
 */
public record OutputLine(String path, int line, String text) {}
