package io.bitbuilder.bbc.names;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Short names from stable paths: the same path gives the same name on every machine and in every fleet. */
final class StableHash {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 7;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 1L << 63;

    private StableHash() {}

    /** Returns the first 35 bits of the path's SHA-256 as seven characters of RFC 4648 base32 in lower case. */
    static String base32(String path) {
        long bits = sha256(path).getLong();
        StringBuilder name = new StringBuilder(CHARACTERS);
        for (int at = 0; at < CHARACTERS; at++) {
            name.append(ALPHABET.charAt((int) (bits >>> 59 - 5 * at & 31)));
        }
        return name.toString();
    }

    /** Returns a UUID of version 8 (RFC 9562) from the path's SHA-256. */
    static UUID uuid(String path) {
        ByteBuffer hash = sha256(path);
        long high = hash.getLong() & ~0xf000L | VERSION_8;
        return new UUID(high, hash.getLong() & ~(3L << 62) | VARIANT);
    }

    private static ByteBuffer sha256(String path) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
