package io.bitbuilder.bbc.systemd;

/**
 * A directive as a reader found it.
 *
 * @param section name of the section, {@code -} in files without sections
 * @param block how many section headers came before, so that two sections of one name stay apart
 * @param value the characters after {@code =}, continued lines joined, outer blanks gone
 * @param line where it begins, from 1
 */
public record ReadEntry(String section, int block, String key, String value, int line) {}
