package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimPath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/** Hash probing: a claim starts its search for a slot at a hash of its path alone, the same on every machine. */
final class ProbeSequence {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private ProbeSequence() {}

    /** Returns the first 8 bytes of the SHA-256 of the key's UTF-8, as an unsigned number. */
    static long hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Allocates the first free slot at or after the hash of the path modulo the size; empty when none is free. */
    static OptionalLong take(SlotSet slots, ClaimPath claim) {
        if (slots.free() == 0) {
            return OptionalLong.empty();
        }
        OptionalLong slot = slots.nextFree(Long.remainderUnsigned(hash(claim.toString()), slots.size()));
        slot.ifPresent(s -> slots.take(s, s));
        return slot;
    }

    /**
     * Returns the rendezvous weight of a pair of hashed names (Thaler and Ravishankar, 1998). The host with the highest
     * weight comes first, so that a new host takes over only the groups that it wins.
     */
    static long weight(long group, long host) {
        long z = (group ^ Long.rotateLeft(host, 32)) + GOLDEN;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
