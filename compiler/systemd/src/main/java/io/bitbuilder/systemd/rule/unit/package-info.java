/**
 * Rules for a unit read whole, as the manager applies them when it loads one (systemd.unit(5) and its pages).
 *
 * <p>In: an object with its drop-ins. Out: findings.
 */
@NullMarked
package io.bitbuilder.systemd.rule.unit;

import org.jspecify.annotations.NullMarked;
