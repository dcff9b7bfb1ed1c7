/**
 * Rules over all files of a host: configuration without effect and conflicts that systemd does not report.
 *
 * <p>In: the objects of a host. Out: findings.
 */
@NullMarked
package io.bitbuilder.systemd.rule.tree;

import org.jspecify.annotations.NullMarked;
