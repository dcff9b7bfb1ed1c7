package io.bitbuilder.bbc.live;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * New key pair of SSH, for one run of a test.
 *
 * @param publicKey type and base64
 * @param privateKey in PEM
 */
record SshKeyPair(String publicKey, String privateKey) {
    private static final String TYPE = "ecdsa-sha2-nistp256";

    static SshKeyPair create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            return new SshKeyPair(
                    TYPE + " " + Base64.getEncoder().encodeToString(blob((ECPublicKey) pair.getPublic())),
                    "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 5656, section 3.1; the point is uncompressed. */
    private static byte[] blob(ECPublicKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            string(out, TYPE.getBytes(StandardCharsets.US_ASCII));
            string(out, "nistp256".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(65);
            out.write(4);
            out.write(coordinate(key.getW().getAffineX()));
            out.write(coordinate(key.getW().getAffineY()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void string(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = new byte[32];
        byte[] signed = value.toByteArray();
        int length = Math.min(signed.length, bytes.length);
        System.arraycopy(signed, signed.length - length, bytes, bytes.length - length, length);
        return bytes;
    }
}
