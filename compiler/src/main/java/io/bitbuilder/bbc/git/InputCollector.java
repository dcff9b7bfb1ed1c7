package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.Limit;
import io.bitbuilder.bbc.source.Limits;
import io.bitbuilder.bbc.source.Owner;
import io.bitbuilder.bbc.source.RawFile;
import io.bitbuilder.bbc.source.SourceFile;
import io.bitbuilder.bbc.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Takes the entries of a tree or an index one by one: reads what is an input and makes findings of what may not be there. Sizes
 * are known from object headers before a byte is read, since a small pack can hold a huge blob.
 */
final class InputCollector {
    private static final byte[] LFS_POINTER = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    private final ObjectReader reader;
    private final Limits limits;
    private final List<RawFile> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long bytes;
    private boolean full;

    InputCollector(ObjectReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** One entry that is no folder; the path is below the root of the input. */
    void entry(byte[] rawPath, int rawMode, ObjectId id) throws IOException {
        String path = decode(rawPath);
        if (full || !isInput(path) && !(isLink(rawMode) && isInputFolder(path))) {
            return;
        }
        if (isLink(rawMode)) {
            link(path, rawMode);
        } else if (rawMode != FileMode.REGULAR_FILE.getBits() && rawMode != FileMode.EXECUTABLE_FILE.getBits()) {
            find(Code.GIT004, path, "'" + path + "' has the mode " + Integer.toOctalString(rawMode) + "; input files have 100644");
        } else {
            file(path, id);
        }
    }

    /** Something in a folder of the tree that Git itself would not have written. */
    void badTree(String folder, String reason) {
        String path = folder.isEmpty() ? "." : folder;
        find(Code.GIT001, path, "the Git tree of '" + path + "' is not sound on every machine: " + reason);
    }

    /** A path that a merge left undecided. */
    void unmerged(byte[] rawPath) {
        String path = decode(rawPath);
        if (isInput(path)) {
            find(Code.GIT006, path, "'" + path + "' is not merged yet: the index holds more than one version of it");
        }
    }

    GitInput result() {
        files.sort(Comparator.comparing(RawFile::path));
        findings.sort(Comparator.naturalOrder());
        return new GitInput(files, findings);
    }

    private void file(String path, ObjectId id) throws IOException {
        long size = reader.getObjectSize(id, Constants.OBJ_BLOB);
        int most = (int) Math.min(size, limits.of(Limit.FILE_BYTES) + 1);
        byte[] content;
        try (InputStream in = reader.open(id, Constants.OBJ_BLOB).openStream()) {
            content = in.readNBytes(most);
        }
        if (startsWith(content, LFS_POINTER)) {
            find(Code.GIT005, path, "'" + path + "' is stored with Git LFS: the repository holds a pointer, not the file");
            return;
        }
        bytes += content.length;
        files.add(new RawFile(path, content));
        if (bytes > limits.of(Limit.FLEET_BYTES)) {
            tooMuch(path, Limit.FLEET_BYTES);
        } else if (files.size() > limits.of(Limit.FLEET_FILES)) {
            tooMuch(path, Limit.FLEET_FILES);
        }
    }

    private void tooMuch(String path, Limit limit) {
        full = true;
        find(Code.GIT008, path, "the input has more than " + limits.of(limit) + " (" + limit.title() + "); nothing after this file is read");
    }

    private void link(String path, int rawMode) {
        if (rawMode == FileMode.SYMLINK.getBits()) {
            find(Code.GIT002, path, "'" + path + "' is a symbolic link; bbc follows none");
        } else {
            find(Code.GIT003, path, "'" + path + "' is a submodule; bbc reads one repository only");
        }
    }

    private void find(Code code, String path, String message) {
        Span place = new SourceFile(path, Owner.of(path), "").start();
        findings.add(Finding.of(code, place, message));
    }

    /** The path as text; bytes that are no UTF-8 are shown as {@code \xNN} and reported. */
    private String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            StringBuilder shown = new StringBuilder();
            for (byte b : raw) {
                shown.append(b > ' ' && b < 0x7f ? String.valueOf((char) b) : "\\x" + HexFormat.of().toHexDigits(b));
            }
            if (isInput(shown.toString())) {
                find(Code.GIT007, shown.toString(), "the name '" + shown + "' is not UTF-8");
            }
            return "";
        }
    }

    private static boolean isLink(int rawMode) {
        return rawMode == FileMode.SYMLINK.getBits() || rawMode == FileMode.GITLINK.getBits();
    }

    /** True for what the compiler reads, and for names so like it that a reviewer takes them for it. */
    private static boolean isInput(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".bbc") || ("/" + lower).endsWith("/metadata.json")
                || lower.endsWith(".lock") && ("/" + lower).lastIndexOf("/locks/") == lower.lastIndexOf('/') - "/locks".length() + 1;
    }

    /** True for a place where a folder of inputs is expected: a link there would hide or add a tenant. */
    private static boolean isInputFolder(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String parent = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
        return name.equals("tenants") || name.equals("locks") || name.startsWith("tenant-")
                || parent.equals("tenants") || parent.endsWith("/tenants");
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        return content.length >= prefix.length
                && ByteBuffer.wrap(content, 0, prefix.length).equals(ByteBuffer.wrap(prefix));
    }
}
