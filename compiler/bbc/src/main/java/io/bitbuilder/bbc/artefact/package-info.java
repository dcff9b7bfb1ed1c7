/**
 * Typed files for systemd, networkd, nspawn, nftables and tmpfiles, and the reader that recovers them from bytes.
 *
 * <p>In: values of the domain, wrapped in sink types ({@link io.bitbuilder.bbc.artefact.SinkValue}): each escapes for
 * its place in a file, and rejects values that the place cannot hold. Out: artefacts, the content of a file before it
 * is rendered; and entries read from a file's bytes. A plain string cannot enter an artefact.
 */
@NullMarked
package io.bitbuilder.bbc.artefact;

import org.jspecify.annotations.NullMarked;
