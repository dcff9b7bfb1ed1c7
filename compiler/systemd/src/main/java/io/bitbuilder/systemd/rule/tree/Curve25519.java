package io.bitbuilder.systemd.rule.tree;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Keys of WireGuard: points of Curve25519 in Base64 (RFC 7748). */
final class Curve25519 {
    private static final int BYTES = 32;

    /** The base point, of which a public key is a multiple. */
    private static final BigInteger BASE = BigInteger.valueOf(9);

    private Curve25519() {}

    /** Returns the public key of a private key; empty when the string is not a key. */
    static Optional<String> publicKey(String privateKey) {
        try {
            byte[] bytes = Base64.getDecoder().decode(privateKey);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            KeyFactory keys = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes)));
            agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE)), true);
            return Optional.of(Base64.getEncoder().encodeToString(agreement.generateSecret()));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // A value that is no key has a finding of its own.
            return Optional.empty();
        }
    }
}
