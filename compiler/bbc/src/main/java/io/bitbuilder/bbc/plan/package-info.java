/**
 * Impact of a change on hosts and tenants.
 *
 * <p>In: two compiled trees. Out: a {@link io.bitbuilder.bbc.plan.Plan}: changed files by host and tenant, each with
 * its impact on running units, the reason and the differing lines; as text, JSON or Markdown.
 */
@NullMarked
package io.bitbuilder.bbc.plan;

import org.jspecify.annotations.NullMarked;
