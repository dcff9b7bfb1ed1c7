package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * System calls and their groups of {@code SystemCallFilter=} (systemd.exec(5)), from
 * {@code stdlib/catalogue/syscall-groups.tsv}, printed by {@code systemd-analyze syscall-filter} of systemd 262.
 */
public final class Syscalls {
    private static final NavigableMap<String, List<String>> GROUPS = groups();
    private static final NavigableSet<String> CALLS = calls();
    private static final Map<String, Integer> SINCE = releases();

    private Syscalls() {}

    /** Returns all groups, sorted, each with its members: calls and other groups. */
    public static NavigableMap<String, List<String>> byGroup() {
        return GROUPS;
    }

    /** Returns all calls by name, sorted. */
    public static NavigableSet<String> all() {
        return CALLS;
    }

    /** Parses a group such as {@code @basic-io} or the name of one call. */
    public static Parsed<String> parse(String text) {
        if (text.startsWith("@")) {
            return GROUPS.containsKey(text) ? Parsed.good(text) : Parsed.bad(Reason.unknown("system call group", text));
        }
        return CALLS.contains(text) ? Parsed.good(text) : Parsed.bad(Reason.unknown("system call", text));
    }

    /** Returns all calls of a group, including those of its subgroups; for a call, the call itself. */
    public static NavigableSet<String> expand(String name) {
        NavigableSet<String> calls = new TreeSet<>();
        collect(name, calls, new TreeSet<>());
        return calls;
    }

    /** Returns whether a release has the name of the call. */
    public static boolean isKnown(String call, int release) {
        return SINCE.getOrDefault(call, 0) <= release;
    }

    /** Returns the first release that has the name of the call; 0 if all in the tables have it. */
    public static int since(String call) {
        return SINCE.getOrDefault(call, 0);
    }

    private static Map<String, Integer> releases() {
        Map<String, Integer> since = new HashMap<>();
        CatalogueTable.rows("syscalls.tsv", 2).stream()
                .filter(row -> !row.get(1).isEmpty())
                .forEach(row -> since.put(row.get(0), Integer.valueOf(row.get(1))));
        return Map.copyOf(since);
    }

    private static void collect(String name, NavigableSet<String> calls, NavigableSet<String> seen) {
        if (!name.startsWith("@")) {
            calls.add(name);
        } else if (seen.add(name)) {
            GROUPS.getOrDefault(name, List.of()).forEach(member -> collect(member, calls, seen));
        }
    }

    private static NavigableMap<String, List<String>> groups() {
        NavigableMap<String, List<String>> groups = new TreeMap<>();
        List<String> lines = NameList.lines("syscall-groups.tsv");
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            groups.put(line.substring(0, tab), List.of(line.substring(tab + 1).split(" ")));
        }
        return Collections.unmodifiableNavigableMap(groups);
    }

    private static NavigableSet<String> calls() {
        NavigableSet<String> calls = new TreeSet<>();
        GROUPS.keySet().forEach(group -> calls.addAll(expand(group)));
        return Collections.unmodifiableNavigableSet(calls);
    }
}
