/**
 * Lowering of manifests and of the host's fixed runtime.
 *
 * <p>In: the fleet. Out: JSON manifests, extension release files, the files of {@code stdlib/host}.
 */
@NullMarked
package io.bitbuilder.bbc.lower.manifest;

import org.jspecify.annotations.NullMarked;
