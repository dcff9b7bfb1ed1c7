package io.bitbuilder.core.scalar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Public key of SSH as a line of {@code id_*.pub}: type and base64, separated by a blank (sshd(8), authorized_keys). A
 * comment after the key is dropped. Certificates and the withdrawn DSA are not keys.
 */
public record SshKey(String text) implements Comparable<SshKey> {
    private static final int MAX_BYTES = 2048;
    private static final List<String> TYPES = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com",
            "ssh-rsa");

    /** Returns the key without its comment, or why it is invalid. */
    public static Parsed<SshKey> parse(String text) {
        if (text.startsWith("-----BEGIN")) {
            return Parsed.bad("it is a private key or a certificate; write the line of the `.pub` file");
        }
        if (text.length() > MAX_BYTES) {
            return Parsed.bad("it is longer than " + MAX_BYTES + " bytes");
        }
        String[] words = text.split(" ", 3);
        if (!TYPES.contains(words[0])) {
            return Parsed.bad("unknown key type (expected one of " + String.join(", ", TYPES) + ")");
        }
        return words.length > 1 && isKeyOf(words[0], words[1])
                ? Parsed.good(new SshKey(words[0] + " " + words[1]))
                : Parsed.bad("the base64 string after `" + words[0] + "` is not a key of this type");
    }

    /** A key begins with its type (RFC 4253, section 6.6); the strict alphabet excludes separators of other files. */
    private static boolean isKeyOf(String type, String base64) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return key.length > Integer.BYTES + name.length
                && ByteBuffer.wrap(key).getInt() == name.length
                && Arrays.equals(key, Integer.BYTES, Integer.BYTES + name.length, name, 0, name.length);
    }

    @Override
    public int compareTo(SshKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
