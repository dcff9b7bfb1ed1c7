/**
 * What a change does to hosts and tenants.
 *
 * <p>In: two compiled trees. Out: a {@link io.bitbuilder.bbc.plan.Plan}: changed files a host and tenant, each with the impact
 * on what runs and the reason, and the lines that differ; as text, JSON or Markdown.
 */
@NullMarked
package io.bitbuilder.bbc.plan;

import org.jspecify.annotations.NullMarked;
