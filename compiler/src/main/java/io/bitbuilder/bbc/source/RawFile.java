package io.bitbuilder.bbc.source;

/**
 * A file as it was found: its path below the root with {@code /} as separator, and its bytes. A reader takes at most one byte
 * more than {@link Limit#FILE_BYTES} of a file; that one byte is what tells that the file is too large.
 */
public record RawFile(String path, byte[] bytes) {}
