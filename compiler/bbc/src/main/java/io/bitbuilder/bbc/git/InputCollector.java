package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.read.InputBudget;
import io.bitbuilder.bbc.read.InputName;
import io.bitbuilder.bbc.read.LfsPointer;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.bbc.read.UnreadNames;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Collects the entries of a tree or an index: reads inputs and reports entries that are not allowed. Sizes come from
 * object headers before any content is read, since a small pack can contain a huge blob.
 */
final class InputCollector {

    private final RecentBlobs blobs;
    private final Limits limits;
    private final InputBudget budget;
    private final List<RawFile> files = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final UnreadNames unread = new UnreadNames();

    InputCollector(ObjectReader reader, Limits limits) {
        this.blobs = new RecentBlobs(reader, limits.of(Limit.FILE_BYTES) + 1);
        this.limits = limits;
        this.budget = new InputBudget(limits, findings::add);
    }

    /** Returns whether one more entry of a folder may be looked at. */
    boolean mayEnter(byte[] rawPath) {
        return budget.entry(() -> decode(rawPath));
    }

    /** Adds an entry that is not a folder; the path is relative to the root of the input. */
    void entry(byte[] rawPath, int rawMode, ObjectId id) throws IOException {
        String path = decode(rawPath);
        if (unread.isHidden(path)) {
            return;
        }
        boolean link = rawMode == FileMode.SYMLINK.getBits();
        if (link || rawMode == FileMode.GITLINK.getBits()) {
            if (InputName.isInPlaceOfInput(path)) {
                refuse(path, link ? "is a symbolic link" : "is a submodule");
            }
        } else if (!SourceReader.wants(path)) {
            unread.add(path);
        } else if (rawMode != FileMode.REGULAR_FILE.getBits() && rawMode != FileMode.EXECUTABLE_FILE.getBits()) {
            findings.add(Finding.of(
                            Code.INVALID_GIT_MODE,
                            place(path),
                            "`" + path + "` has mode " + Integer.toOctalString(rawMode) + ", expected 100644")
                    .why("Git itself never writes this mode, and machines interpret it differently")
                    .fix("add the file again with `git add`"));
        } else {
            file(path, id);
        }
    }

    /** Notes a hidden folder: its files are not input. */
    void hidden(byte[] rawPath) {
        unread.isHidden(decode(rawPath) + "/");
    }

    /** Reports an entry that Git itself would not have written. */
    void badTree(String folder, String reason) {
        String path = folder.isEmpty() ? "." : folder;
        findings.add(Finding.of(Code.INVALID_GIT_TREE, place(path), "invalid Git tree `" + path + "`: " + reason)
                .why("its names would change in a checkout, so reviewers would not see what is compiled")
                .fix("remove or rename the entry and commit again"));
    }

    /** Reports an unmerged path. */
    void unmerged(byte[] rawPath) {
        String path = decode(rawPath);
        if (SourceReader.wants(path)) {
            findings.add(Finding.of(
                            Code.UNMERGED_PATH,
                            place(path),
                            "`" + path + "` is unmerged: the index holds more than one version of it")
                    .why("it is undecided which version will be committed")
                    .fix("resolve the conflict and `git add` the file"));
        }
    }

    GitInput result() {
        unread.files().forEach(files::add);
        files.sort(Comparator.comparing(RawFile::path));
        findings.sort(Comparator.naturalOrder());
        return new GitInput(files, findings);
    }

    private void file(String path, ObjectId id) throws IOException {
        if (budget.isFull(path)) {
            return;
        }
        long size = blobs.size(id);
        if (size > limits.of(Limit.FILE_BYTES) && InputName.of(path) instanceof InputName.Data) {
            unread.add(path);
            return;
        }
        if (!budget.file(path, size)) {
            return;
        }
        byte[] content = blobs.content(id);
        if (LfsPointer.is(content) && !(InputName.of(path) instanceof InputName.Data)) {
            findings.add(LfsPointer.finding(place(path), path));
            return;
        }
        files.add(new RawFile(path, content));
    }

    private void refuse(String path, String what) {
        findings.add(Finding.of(Code.NOT_A_REGULAR_FILE, place(path), "`" + path + "` " + what)
                .why("exactly the reviewed files must be compiled; a link can point elsewhere")
                .fix("replace it by a regular file or folder"));
    }

    private static Span place(String path) {
        return new SourceFile(path, Owner.of(path), "").start();
    }

    /** Returns the path as a string; invalid UTF-8 becomes {@code U+FFFD}, which input names cannot contain. */
    private static String decode(byte[] raw) {
        return new String(raw, StandardCharsets.UTF_8);
    }
}
