/**
 * Rules for containers, partitions and transfers: nspawn, repart, sysupdate.
 *
 * <p>In: an object with its drop-ins. Out: findings.
 */
@NullMarked
package io.bitbuilder.systemd.rule.image;

import org.jspecify.annotations.NullMarked;
