package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Subject;

/**
 * Claim of a block or field; equal in every revision that makes it.
 *
 * @param value unique value: a record, address or range with its scope, compared by equality
 */
public record ClaimedValue(Subject subject, Object value) {}
