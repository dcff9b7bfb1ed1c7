package io.bitbuilder.bbc.explain;

/** What produced a line. */
public record LineAccount(OutputLine line, LineSource source) {}
