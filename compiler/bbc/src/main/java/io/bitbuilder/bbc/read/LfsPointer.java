package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pointer of Git LFS in place of a file. */
public final class LfsPointer {
    private static final byte[] START = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    private LfsPointer() {}

    /** Returns whether the content is a pointer. */
    public static boolean is(byte[] content) {
        return content.length >= START.length && Arrays.equals(START, 0, START.length, content, 0, START.length);
    }

    /** Returns the finding about the pointer. */
    public static Finding finding(Span place, String path) {
        return Finding.of(
                        Code.GIT_LFS_UNSUPPORTED,
                        place,
                        "`" + path + "` is stored with Git LFS: the repository holds a pointer, not the file")
                .why("a commit must hold its whole input, or two machines compile different things from it")
                .fix("remove `" + path + "` from the LFS patterns of .gitattributes and add it again");
    }
}
