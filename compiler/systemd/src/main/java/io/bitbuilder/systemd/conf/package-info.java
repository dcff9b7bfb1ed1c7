/**
 * Bytes of any of systemd's configuration files become sections and assignments, as systemd itself reads them.
 *
 * <p>In: bytes and the sections of the type of file. Out: a {@link io.bitbuilder.systemd.conf.ConfFile}: the content
 * that systemd would see, and the lines that it would complain about for their form alone, with the line numbers that
 * it would report.
 */
@NullMarked
package io.bitbuilder.systemd.conf;

import org.jspecify.annotations.NullMarked;
