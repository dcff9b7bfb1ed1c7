package io.bitbuilder.systemd.conf;

/**
 * A line as it is in the file.
 *
 * @param text its characters, with replacement characters for bytes that are not UTF-8
 * @param valid false when some bytes were not UTF-8, or a character has no meaning for systemd's check
 * @param bytes its length in bytes, without the line end
 */
record PhysicalLine(String text, boolean valid, int bytes) {}
