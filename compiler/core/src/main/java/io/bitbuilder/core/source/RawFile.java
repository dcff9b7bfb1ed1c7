package io.bitbuilder.core.source;

/**
 * File as found: its path below the root with {@code /} as separator, and its bytes. A reader reads at most one byte
 * more than {@link Limit#FILE_BYTES} of a file; that byte shows that the file is too large.
 */
public record RawFile(String path, byte[] bytes) {}
