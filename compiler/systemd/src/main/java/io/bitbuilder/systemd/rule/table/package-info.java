/**
 * Rules for files that are tables, not sections: tmpfiles.d, sysusers.d, os-release.
 *
 * <p>In: the lines of a file. Out: findings.
 */
@NullMarked
package io.bitbuilder.systemd.rule.table;

import org.jspecify.annotations.NullMarked;
