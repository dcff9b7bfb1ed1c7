/**
 * What systemd makes of its configuration files, without systemd: {@code bbc verify}.
 *
 * <p>In: files of any origin and a release of systemd. Out: findings. Single lines are judged by the catalogue and the grammars of
 * values; then what systemd finds when it has read an object whole; then what shows only when all files of a host are seen
 * together. A finding's {@link io.bitbuilder.bbc.diagnostic.Effect} tells what systemd does, and whether it says so itself.
 */
@NullMarked
package io.bitbuilder.bbc.verify;

import org.jspecify.annotations.NullMarked;
