package io.bitbuilder.bbc.tree;

import io.bitbuilder.bbc.fault.InternalFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One file of a compiled tree: its path and its bytes, mode 0644 always. The array is the tree's own: nobody changes it.
 */
public record TreeFile(String path, byte[] bytes) {
    /** A path that a compiled tree may not hold is a fault of ours: lowering derives every name. */
    public TreeFile {
        TreePath.fault(path).ifPresent(fault -> {
            throw new InternalFault("a compiled tree can't hold " + fault);
        });
    }

    /** A file of text, in UTF-8; the text has no unpaired surrogate. */
    public static TreeFile of(String path, String text) {
        return new TreeFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeFile(String p, byte[] b) && path.equals(p) && Arrays.equals(bytes, b);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }
}
