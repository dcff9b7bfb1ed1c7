/**
 * Checks of resources: quotas, capacity, limits, images, volumes, extensions.
 *
 * <p>In: the fleet. Out: findings.
 */
@NullMarked
package io.bitbuilder.bbc.check.resource;

import org.jspecify.annotations.NullMarked;
