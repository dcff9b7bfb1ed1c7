package io.bitbuilder.bbc.explain;

/** Account of a line: its source. */
public record LineAccount(OutputLine line, LineSource source) {}
