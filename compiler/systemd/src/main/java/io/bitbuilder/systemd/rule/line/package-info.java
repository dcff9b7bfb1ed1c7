/**
 * Rules for single lines: form, sections, keys, values, and how each is fixed.
 *
 * <p>In: a file that has been read. Out: findings at its lines.
 */
@NullMarked
package io.bitbuilder.systemd.rule.line;

import org.jspecify.annotations.NullMarked;
