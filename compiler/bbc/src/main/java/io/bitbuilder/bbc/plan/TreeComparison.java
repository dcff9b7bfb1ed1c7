package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.plan.DirectiveChanges.Place;
import io.bitbuilder.bbc.plan.FileChange.Kind;
import io.bitbuilder.bbc.plan.FirewallOpenings.Opening;
import io.bitbuilder.bbc.plan.ImpactRules.Rule;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two trees file by file in one pass, and files of systemd directive by directive. */
final class TreeComparison {
    private static final byte[] NOTHING = new byte[0];
    private static final int LONGEST_NUMBER = 18;

    private final ImpactRules rules;
    private final Map<Owner, List<FileChange>> groups = new TreeMap<>();

    TreeComparison(ImpactRules rules) {
        this.rules = rules;
    }

    /** Host and tenant of a file; empty when it has none. */
    private record Owner(String host, String tenant) implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            int order = host.compareTo(other.host);
            return order != 0 ? order : tenant.compareTo(other.tenant);
        }
    }

    Plan compare(Tree before, Tree after) {
        List<TreeFile> old = before.files();
        List<TreeFile> now = after.files();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int order = i == old.size()
                    ? 1
                    : j == now.size()
                            ? -1
                            : old.get(i).path().compareTo(now.get(j).path());
            if (order < 0) {
                add(Kind.REMOVED, old.get(i).path(), old.get(i++).bytes(), NOTHING);
            } else if (order > 0) {
                add(Kind.ADDED, now.get(j).path(), NOTHING, now.get(j++).bytes());
            } else {
                TreeFile was = old.get(i++);
                TreeFile is = now.get(j++);
                if (!Arrays.equals(was.bytes(), is.bytes())) {
                    add(Kind.CHANGED, is.path(), was.bytes(), is.bytes());
                }
            }
        }
        List<ChangeGroup> sorted = new ArrayList<>();
        groups.forEach(
                (owner, changes) -> sorted.add(new ChangeGroup(present(owner.host), present(owner.tenant), changes)));
        return new Plan(sorted);
    }

    private void add(Kind kind, String path, byte[] before, byte[] after) {
        if (path.equals("fleet.json")) {
            return;
        }
        Owner owner = owner(path, kind == Kind.REMOVED ? before : after);
        List<ImpactReason> reasons = new ArrayList<>(reasons(kind, path, before, after));
        reasons.addAll(raw(path, before, after));
        reasons.addAll(openings(path, before, after));
        reasons.sort(Comparator.comparing(ImpactReason::impact).reversed());
        Impact impact = reasons.stream().map(ImpactReason::impact).reduce(Impact.NONE, Impact::or);
        groups.computeIfAbsent(owner, o -> new ArrayList<>())
                .add(new FileChange(path, kind, impact, reasons, LineDiff.of(before, after)));
    }

    private static Owner owner(String path, byte[] content) {
        String[] parts = path.split("/", 4);
        if (parts[0].equals("hosts") && parts.length > 2) {
            return new Owner(parts[1], Banner.tenantOf(content).orElse(""));
        }
        return new Owner("", parts[0].equals("tenants") && parts.length > 2 ? parts[1] : "");
    }

    private List<ImpactReason> reasons(Kind kind, String path, byte[] before, byte[] after) {
        if (!path.startsWith("hosts/")) {
            return List.of(new ImpactReason(Impact.NONE, false, "", "", "", "for people and tools; no host reads it"));
        }
        String below = below(path);
        return switch (kind) {
            case ADDED -> List.of(wholeFile(below, "added"));
            case REMOVED -> List.of(wholeFile(below, "removed"));
            case CHANGED ->
                DirectiveChanges.areIn(below) ? directives(below, before, after) : List.of(wholeFile(below, "changed"));
        };
    }

    private ImpactReason wholeFile(String path, String what) {
        Rule rule = rules.find(path, ImpactRules.FILE, what);
        return new ImpactReason(rule.impact(), false, "", "", "", rule.why());
    }

    private List<ImpactReason> directives(String path, byte[] before, byte[] after) {
        SortedMap<Place, List<String>> was = DirectiveChanges.of(path, before);
        SortedMap<Place, List<String>> is = DirectiveChanges.of(path, after);
        SortedSet<Place> places = new TreeSet<>(was.keySet());
        places.addAll(is.keySet());
        RawParts.of(path, before).keySet().forEach(places::remove);
        RawParts.of(path, after).keySet().forEach(places::remove);
        List<ImpactReason> reasons = new ArrayList<>();
        for (Place place : places) {
            List<String> old = was.getOrDefault(place, List.of());
            List<String> now = is.getOrDefault(place, List.of());
            if (!old.equals(now)) {
                Rule rule = rules.find(path, place.section(), place.key(), changeMark(old, now));
                reasons.add(new ImpactReason(
                        rule.impact(),
                        false,
                        place.toString(),
                        String.join(", ", old),
                        String.join(", ", now),
                        rule.why()));
            }
        }
        boolean raw = !RawParts.of(path, before).equals(RawParts.of(path, after));
        // Only the order or the comments differ.
        return reasons.isEmpty() && !raw ? List.of(wholeFile(path, "changed")) : reasons;
    }

    /** Returns the differences in raw directives, also in added and removed files. */
    private List<ImpactReason> raw(String path, byte[] before, byte[] after) {
        String below = below(path);
        SortedMap<Place, List<String>> was = RawParts.of(below, before);
        SortedMap<Place, List<String>> is = RawParts.of(below, after);
        SortedSet<Place> places = new TreeSet<>(was.keySet());
        places.addAll(is.keySet());
        List<ImpactReason> reasons = new ArrayList<>();
        for (Place place : places) {
            List<String> old = was.getOrDefault(place, List.of());
            List<String> now = is.getOrDefault(place, List.of());
            if (!old.equals(now)) {
                Rule rule = rules.find(below, place.section(), place.key(), changeMark(old, now));
                reasons.add(new ImpactReason(
                        rule.impact(),
                        true,
                        "raw " + place,
                        String.join(", ", old),
                        String.join(", ", now),
                        rule.why()));
            }
        }
        return reasons;
    }

    /** Returns the differences in ports that are open between tenants. */
    private List<ImpactReason> openings(String path, byte[] before, byte[] after) {
        String below = below(path);
        if (!FirewallOpenings.areIn(below)) {
            return List.of();
        }
        SortedMap<Opening, List<String>> was = FirewallOpenings.of(before);
        SortedMap<Opening, List<String>> is = FirewallOpenings.of(after);
        SortedSet<Opening> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<ImpactReason> reasons = new ArrayList<>();
        for (Opening opening : all) {
            List<String> old = was.getOrDefault(opening, List.of());
            List<String> now = is.getOrDefault(opening, List.of());
            if (!old.equals(now)) {
                Rule rule = rules.find(below, opening.side(), "rule", changeMark(old, now));
                reasons.add(new ImpactReason(
                        rule.impact(),
                        false,
                        opening.what(),
                        String.join(", ", old),
                        String.join(", ", now),
                        rule.why()));
            }
        }
        return reasons;
    }

    private static String below(String path) {
        return path.startsWith("hosts/") ? path.substring(path.indexOf('/', "hosts/".length()) + 1) : "";
    }

    /**
     * Returns the kind of change in the notation of the table: number decreased, values only added, values only
     * removed.
     */
    private static String changeMark(List<String> old, List<String> now) {
        return isSmaller(old, now) ? "<" : now.containsAll(old) ? "+" : old.containsAll(now) ? "-" : "";
    }

    private static boolean isSmaller(List<String> old, List<String> now) {
        return old.size() == 1
                && now.size() == 1
                && isNumber(old.getFirst())
                && isNumber(now.getFirst())
                && Long.parseLong(now.getFirst()) < Long.parseLong(old.getFirst());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> present(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
