package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;

/**
 * Context of a value.
 *
 * @param directive its directive, with the flags of systemd's table
 * @param file name of the file, without folders; of a drop-in, the name of the unit or file that it extends
 * @param target release of systemd that reads it
 * @param catalogue the tables of names
 */
public record ValueContext(Directive directive, String file, int target, Catalogue catalogue) {}
