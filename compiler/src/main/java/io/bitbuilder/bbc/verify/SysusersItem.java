package io.bitbuilder.bbc.verify;

/**
 * A user or a group that a line of sysusers.d(5) makes.
 *
 * @param type  {@code u} or {@code g}
 * @param facts what two lines for one name must have in common
 * @param line  the line, for messages
 */
record SysusersItem(char type, String name, String facts, int line) {}
