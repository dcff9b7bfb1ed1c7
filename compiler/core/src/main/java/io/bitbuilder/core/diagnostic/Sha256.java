package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.fault.InternalFault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digest of fingerprints. */
final class Sha256 {
    private Sha256() {}

    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new InternalFault("this Java has no SHA-256", e);
        }
    }
}
