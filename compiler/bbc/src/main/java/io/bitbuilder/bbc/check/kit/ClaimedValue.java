package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Subject;

/**
 * Claim of a block or field; equal in every revision that makes it.
 *
 * @param value what must be unique: a record, address or range with the place where it must be so, compared by equality
 */
public record ClaimedValue(Subject subject, Object value) {}
