/**
 * Configuration as systemd would load it: files by host and kind, objects with their drop-ins, settings after resets.
 *
 * <p>In: files with their paths. Out: {@link io.bitbuilder.systemd.object.ConfigObject}s of a host, each line judged
 * once by the catalogue and its grammar.
 */
@NullMarked
package io.bitbuilder.systemd.object;

import org.jspecify.annotations.NullMarked;
