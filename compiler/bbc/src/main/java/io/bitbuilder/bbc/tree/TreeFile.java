package io.bitbuilder.bbc.tree;

import io.bitbuilder.core.fault.InternalFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * File of a compiled tree: its path and its bytes, always of mode 0644. The tree owns the array, which must not be
 * changed.
 */
public record TreeFile(String path, byte[] bytes) {
    /** Maximum size of a file, in bytes. */
    public static final long MAX_BYTES = 64L << 20;

    /** Checks the path; an invalid one is an internal error, since lowering derives every name. */
    public TreeFile {
        TreePath.fault(path).ifPresent(fault -> {
            throw new InternalFault("a compiled tree cannot contain " + fault);
        });
    }

    /** Returns a file with a string in UTF-8; the string has no unpaired surrogates. */
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
