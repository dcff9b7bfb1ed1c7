/**
 * {@code bbc verify} against systemd itself. In come generated files of every type: good ones, ones with a directive of
 * the catalogue and a value of its class, and mutations of good ones. Out comes how often both agree, on whether there
 * is anything to say about a file and on the numbers of the lines, and every disagreement with its smallest example.
 */
@NullMarked
package io.bitbuilder.systemd.differential;

import org.jspecify.annotations.NullMarked;
