package io.bitbuilder.bbc.explain;

import java.util.Optional;

/**
 * Account of a line: its source.
 *
 * @param how how the line follows from a field or block, where its text does not show that
 */
public record LineAccount(OutputLine line, LineSource source, Optional<String> how) {}
