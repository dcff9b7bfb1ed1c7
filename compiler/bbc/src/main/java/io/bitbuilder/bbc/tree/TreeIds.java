package io.bitbuilder.bbc.tree;

import io.bitbuilder.core.fault.InternalFault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Git object ids of a tree's folders, computed without a repository: SHA-1 of {@code tree <length>\0} and of the
 * entries {@code <mode> <name>\0<id>} in Git's order (gitformat, "git-mktree"). Two folders have the same id if and
 * only if their files are the same.
 */
public final class TreeIds {
    private static final int ID_BYTES = 20;

    private final MessageDigest sha1 = sha1();
    private final List<TreeFile> files;
    private final SortedMap<String, String> byFolder = new TreeMap<>();
    private int next;

    private TreeIds(Tree tree) {
        this.files = tree.files();
        folder("");
    }

    /**
     * Returns the id of each folder, 40 hexadecimal digits each; the root is the empty path. Folders have no trailing
     * {@code /}.
     */
    public static SortedMap<String, String> of(Tree tree) {
        return Collections.unmodifiableSortedMap(new TreeIds(tree).byFolder);
    }

    /** Returns the Git id of a blob with these bytes. */
    public static String blob(byte[] bytes) {
        return HexFormat.of().formatHex(object(sha1(), "blob", bytes));
    }

    private byte[] folder(String prefix) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        while (next < files.size() && files.get(next).path().startsWith(prefix)) {
            String path = files.get(next).path();
            int slash = path.indexOf('/', prefix.length());
            if (slash < 0) {
                entry(
                        entries,
                        "100644",
                        path.substring(prefix.length()),
                        object(sha1, "blob", files.get(next).bytes()));
                next++;
            } else {
                entry(entries, "40000", path.substring(prefix.length(), slash), folder(path.substring(0, slash + 1)));
            }
        }
        byte[] id = object(sha1, "tree", entries.toByteArray());
        byFolder.put(
                prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1),
                HexFormat.of().formatHex(id));
        return id;
    }

    private static void entry(ByteArrayOutputStream out, String mode, String name, byte[] id) {
        out.writeBytes((mode + " " + name + "\0").getBytes(StandardCharsets.US_ASCII));
        out.write(id, 0, ID_BYTES);
    }

    private static byte[] object(MessageDigest sha1, String type, byte[] content) {
        sha1.update((type + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return sha1.digest(content);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new InternalFault("every Java has SHA-1", e);
        }
    }
}
