package io.bitbuilder.bbc.plan;

/**
 * One difference in a file and why it has its impact.
 *
 * @param isRaw whether {@code raw} writes the directive
 * @param what the directive, as {@code [Section] Key}, or empty when the file as a whole is meant
 * @param before its values, joined with a comma, or empty
 * @param after likewise
 * @param why a clause without a full stop
 */
public record Reason(Impact impact, boolean isRaw, String what, String before, String after, String why) {}
