/**
 * Typed files for systemd, networkd, nspawn, nftables and tmpfiles, and the reader that gets the same facts back from
 * bytes.
 *
 * <p>In: values of the domain, wrapped in sink types ({@link io.bitbuilder.bbc.artefact.SinkValue}): each knows how its
 * place in a file is escaped, and refuses what the place cannot hold. Out: artefacts, which say what a file means
 * before anybody writes it; and entries read from a file's bytes. A plain string has no way into an artefact.
 */
@NullMarked
package io.bitbuilder.bbc.artefact;

import org.jspecify.annotations.NullMarked;
