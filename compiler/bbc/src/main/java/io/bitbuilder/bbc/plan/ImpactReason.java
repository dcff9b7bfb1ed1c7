package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;

/**
 * Difference in a file, with the reason for its impact.
 *
 * @param isRaw whether {@code raw} writes the directive
 * @param what the directive as {@code [Section] Key}; empty for the file as a whole
 * @param before its values before the change, joined with commas, or empty
 * @param after its values after the change
 * @param why a clause without a full stop
 */
public record ImpactReason(Impact impact, boolean isRaw, String what, String before, String after, String why) {}
