/**
 * Prints typed files, reads each one back, and returns the tree.
 *
 * <p>In: artefacts. Out: the bytes of the tree, and the origin of each line. One printer writes all files of sections;
 * firewalls and tables have a layout and so a template each, which sees views of sink values and nothing else. The
 * entries read back must equal the entries of the artefact, and the fleet's systemd must read each directive; a
 * difference is an internal fault, and nothing is written.
 */
@NullMarked
package io.bitbuilder.bbc.render;

import org.jspecify.annotations.NullMarked;
