package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Verdict of a program on a tree.
 *
 * @param files every file that was passed to it, by its path below {@code etc}, with its complaints; none when it
 *     accepts the file
 * @param strays complaints about no particular file
 */
public record Judgement(SortedMap<String, List<OracleComplaint>> files, List<String> strays) {
    /** Suffix of a file's path, as a stray: the program did not read it, or not to its end. */
    static final String NOT_READ = " was not read";

    public Judgement {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        strays = List.copyOf(strays);
    }

    /** All complaints, one a line, as a person wants to read them; empty when all is well. */
    public List<String> complaints() {
        List<String> all = new ArrayList<>();
        files.forEach((file, complaints) -> complaints.forEach(complaint -> all.add(
                complaint.line() == 0
                        ? file + ": " + complaint.words()
                        : file + ":" + complaint.line() + ": " + complaint.words())));
        all.addAll(strays);
        return all;
    }

    /** Files that the program did not come to, or to their end, in their order. */
    public List<String> unread() {
        return files.keySet().stream()
                .filter(file -> strays.contains(file + NOT_READ))
                .toList();
    }

    /** Of a program whose words are not sorted by file. */
    static Judgement unsorted(List<String> files, List<String> words) {
        SortedMap<String, List<OracleComplaint>> silent = new TreeMap<>();
        files.forEach(file -> silent.put(file, List.of()));
        return new Judgement(silent, words);
    }
}
