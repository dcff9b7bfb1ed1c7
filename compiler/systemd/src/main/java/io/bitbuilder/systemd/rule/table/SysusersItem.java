package io.bitbuilder.systemd.rule.table;

/**
 * User or group that a line of sysusers.d(5) creates.
 *
 * @param type {@code u} or {@code g}
 * @param facts fields that two lines for one name must have in common
 * @param line the line, for messages
 */
record SysusersItem(char type, String name, String facts, int line) {}
