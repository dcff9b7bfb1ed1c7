/**
 * Offline checks of systemd configuration files: {@code bbc verify} and {@link io.bitbuilder.systemd.verify.Verifier}.
 *
 * <p>In: files of any origin and a release of systemd. Out: findings. First come single lines, by the catalogue and the
 * grammars of values; then whole objects, with their drop-ins; then all files of a host together. The
 * {@link io.bitbuilder.core.diagnostic.Effect} of a finding is the reaction of systemd.
 */
@NullMarked
package io.bitbuilder.systemd.verify;

import org.jspecify.annotations.NullMarked;
