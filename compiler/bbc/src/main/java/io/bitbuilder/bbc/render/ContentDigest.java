package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.fault.InternalFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * SHA-256 of files with their paths: of the lines that {@code sha256sum --zero} prints for them, sorted by path, so
 * that a host computes the same.
 */
final class ContentDigest {
    private ContentDigest() {}

    /** Returns the digest as 64 hexadecimal digits; paths count from the end of the prefix, which all files have. */
    static String of(Collection<TreeFile> files, String prefix) {
        MessageDigest all = sha256();
        files.stream().sorted(Comparator.comparing(TreeFile::path)).forEach(file -> {
            String line =
                    hex(sha256().digest(file.bytes())) + "  ./" + file.path().substring(prefix.length()) + "\0";
            all.update(line.getBytes(StandardCharsets.UTF_8));
        });
        return hex(all.digest());
    }

    /** Returns the digest of a text. */
    static String of(String text) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new InternalFault("every Java has SHA-256", e);
        }
    }
}
