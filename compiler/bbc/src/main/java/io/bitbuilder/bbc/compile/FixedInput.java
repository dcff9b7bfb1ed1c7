package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.core.diagnostic.CertainFixes;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Input of folders with all certain fixes of its findings, in memory. A fix can reveal a further finding, so the input
 * is checked again until no certain fix is left.
 *
 * @param before the files with a fix, as they are on disk
 * @param after the same files with their fixes
 * @param first findings of the input on disk
 * @param remaining findings of the fixed input
 */
public record FixedInput(
        SortedMap<String, byte[]> before, SortedMap<String, byte[]> after, Findings first, Findings remaining) {
    /** Each round fixes a mistake that an earlier one hid; more are not from people. */
    private static final int MOST_ROUNDS = 20;

    /** Reads, checks and fixes the fleet of folders. */
    public static FixedInput ofFolders(List<Path> roots) {
        Findings reading = new Findings();
        Limits limits = Input.ofFolders(roots, new Findings()).limits();
        return of(FolderReader.read(roots, limits, reading), reading.all());
    }

    /**
     * Checks and fixes files.
     *
     * @param reading findings about files that were not read
     */
    public static FixedInput of(Collection<RawFile> files, List<Finding> reading) {
        SortedMap<String, byte[]> disk = new TreeMap<>();
        files.forEach(file -> disk.put(file.path(), file.bytes()));
        SortedMap<String, byte[]> now = new TreeMap<>(disk);
        Findings first = check(now, reading);
        Findings findings = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<String, byte[]> fixed = fixed(findings.sorted(), now);
            if (fixed.isEmpty()) {
                break;
            }
            now.putAll(fixed);
            findings = check(now, reading);
        }
        SortedMap<String, byte[]> before = new TreeMap<>(disk);
        before.keySet().removeIf(path -> Arrays.equals(disk.get(path), now.get(path)));
        now.keySet().retainAll(before.keySet());
        return new FixedInput(before, now, first, findings);
    }

    private static Findings check(SortedMap<String, byte[]> files, List<Finding> reading) {
        Findings findings = new Findings();
        findings.addAll(reading);
        List<RawFile> raw = files.entrySet().stream()
                .map(file -> new RawFile(file.getKey(), file.getValue()))
                .toList();
        Compiler.check(Input.read((limits, found) -> raw, findings), AllocationMode.FREE, findings);
        return findings;
    }

    /** Returns the files with fixes; those whose bytes are not exactly the text that was checked are left alone. */
    private static Map<String, byte[]> fixed(List<Finding> findings, SortedMap<String, byte[]> now) {
        List<Finding> ofInput = findings.stream()
                .filter(f -> f.fixes().stream()
                        .flatMap(fix -> fix.edits().stream())
                        .allMatch(edit -> isText(
                                now.get(edit.span().file().path()),
                                edit.span().file().text())))
                .toList();
        SortedMap<String, byte[]> fixed = new TreeMap<>();
        CertainFixes.applied(ofInput).forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(bytes, now.get(path))) {
                fixed.put(path, bytes);
            }
        });
        return fixed;
    }

    private static boolean isText(byte[] bytes, String text) {
        return bytes != null && Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
    }
}
