/**
 * Writes typed files by templates, reads every one of them back, and hands over the tree.
 *
 * <p>In: artefacts. Out: the tree's bytes, and for each line the origin of the field that made it. Templates see views of sink
 * values and nothing else. What is read back must be what was meant, entry by entry, and each directive must be one that the
 * fleet's systemd reads; a difference is a fault of ours, and nothing is written.
 */
@NullMarked
package io.bitbuilder.bbc.render;

import org.jspecify.annotations.NullMarked;
