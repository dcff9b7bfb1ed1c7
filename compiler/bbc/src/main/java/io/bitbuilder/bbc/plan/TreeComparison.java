package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.artefact.ImpactRule;
import io.bitbuilder.bbc.plan.DirectiveChanges.Place;
import io.bitbuilder.bbc.plan.FileChange.Kind;
import io.bitbuilder.bbc.plan.FirewallOpenings.Opening;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
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
import java.util.function.Function;
import java.util.regex.Pattern;

/** Compares two trees file by file in one pass, and files of systemd directive by directive. */
final class TreeComparison {
    private static final byte[] NOTHING = new byte[0];
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}[KMGTPE]?");
    private static final String UNITS = "KMGTPE";
    private static final int BINARY = 1024;

    private final Map<Owner, List<FileChange>> groups = new TreeMap<>();

    /** Host and tenant of a file; empty when it has none. */
    private record Owner(String host, String tenant) implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            int order = host.compareTo(other.host);
            return order != 0 ? order : tenant.compareTo(other.tenant);
        }
    }

    private final Subjects subjects;

    private TreeComparison(Subjects subjects) {
        this.subjects = subjects;
    }

    static Plan compare(Tree before, Tree after) {
        return new TreeComparison(Subjects.of(before, after)).plan(before, after);
    }

    private Plan plan(Tree before, Tree after) {
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
        return new Plan(List.of(), sorted);
    }

    private void add(Kind kind, String path, byte[] before, byte[] after) {
        if (path.equals("fleet.json")) {
            return;
        }
        Owner owner = owner(path, kind == Kind.REMOVED ? before : after);
        List<ImpactReason> reasons = new ArrayList<>(reasons(kind, path, before, after));
        reasons.addAll(raw(path, before, after));
        reasons.addAll(openings(path, before, after));
        reasons.addAll(exposures(kind, path, before, after));
        reasons.sort(Comparator.comparing(ImpactReason::impact).reversed());
        Impact impact = reasons.stream().map(ImpactReason::impact).reduce(Impact.NONE, Impact::or);
        groups.computeIfAbsent(owner, o -> new ArrayList<>())
                .add(new FileChange(
                        path,
                        kind,
                        impact,
                        reasons,
                        LineDiff.of(before, after),
                        subjects.of(owner.host, owner.tenant, path)));
    }

    private static Owner owner(String path, byte[] content) {
        String[] parts = path.split("/", 4);
        if (parts[0].equals("hosts") && parts.length > 2) {
            return new Owner(parts[1], Banner.tenantOf(content).orElse(""));
        }
        return new Owner("", parts[0].equals("tenants") && parts.length > 2 ? parts[1] : "");
    }

    private static List<ImpactReason> reasons(Kind kind, String path, byte[] before, byte[] after) {
        return switch (kind) {
            case ADDED -> List.of(whole(path, "added"));
            case REMOVED -> List.of(whole(path, "removed"));
            case CHANGED ->
                DirectiveChanges.areIn(below(path)) ? directives(path, before, after) : List.of(whole(path, "changed"));
        };
    }

    private static ImpactReason whole(String path, String what) {
        ImpactRule rule = ArtefactKind.at(path).impact(ImpactRule.FILE, what);
        return new ImpactReason(rule.impact(), Topic.CONTENT, "", "", "", rule.why());
    }

    private static List<ImpactReason> directives(String path, byte[] before, byte[] after) {
        SortedMap<Place, List<String>> was = DirectiveChanges.of(path, before);
        SortedMap<Place, List<String>> is = DirectiveChanges.of(path, after);
        SortedMap<Place, List<String>> rawWas = RawParts.of(path, before);
        SortedMap<Place, List<String>> rawIs = RawParts.of(path, after);
        for (SortedMap<Place, List<String>> values : List.of(was, is)) {
            values.keySet().removeAll(rawWas.keySet());
            values.keySet().removeAll(rawIs.keySet());
        }
        List<ImpactReason> reasons = differences(path, was, is, place -> place, Topic.CONTENT, Place::toString);
        // Only the order or the comments differ.
        return reasons.isEmpty() && rawWas.equals(rawIs) ? List.of(whole(path, "changed")) : reasons;
    }

    /** Returns the differences in raw directives, also in added and removed files. */
    private static List<ImpactReason> raw(String path, byte[] before, byte[] after) {
        return differences(
                path, RawParts.of(path, before), RawParts.of(path, after), place -> place, Topic.RAW, p -> "raw " + p);
    }

    /** Returns the differences in ways in and out. */
    private static List<ImpactReason> openings(String path, byte[] before, byte[] after) {
        return FirewallOpenings.areIn(below(path))
                ? differences(
                        path,
                        FirewallOpenings.of(before),
                        FirewallOpenings.of(after),
                        opening -> new Place(opening.side(), "rule"),
                        Topic.OPENING,
                        Opening::what)
                : ManifestOpenings.differences(path, before, after);
    }

    /** Returns the differences in the exposure of services that both trees start. */
    private static List<ImpactReason> exposures(Kind kind, String path, byte[] before, byte[] after) {
        return kind == Kind.CHANGED && path.startsWith("hosts/") && below(path).equals("host.json")
                ? ServiceExposures.differences(before, after)
                : List.of();
    }

    /**
     * Returns the differences of one file.
     *
     * @param place section and key in the table of kinds
     * @param what the difference as people name it
     */
    private static <T extends Comparable<T>> List<ImpactReason> differences(
            String path,
            SortedMap<T, List<String>> was,
            SortedMap<T, List<String>> is,
            Function<T, Place> place,
            Topic topic,
            Function<T, String> what) {
        SortedSet<T> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<ImpactReason> reasons = new ArrayList<>();
        for (T each : all) {
            List<String> old = was.getOrDefault(each, List.of());
            List<String> now = is.getOrDefault(each, List.of());
            if (!old.equals(now)) {
                Place at = place.apply(each);
                ImpactRule rule = ArtefactKind.at(path).impact(at.section(), at.key(), changeMark(old, now));
                ValueChange shown = ValueChange.of(at.key(), old, now);
                reasons.add(new ImpactReason(
                        rule.impact(), topic, what.apply(each), shown.before(), shown.after(), rule.why()));
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
                && number(now.getFirst()) < number(old.getFirst());
    }

    /** Returns whether a value is a number, or a size as systemd writes it: {@code 512M}. */
    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static double number(String text) {
        char last = text.charAt(text.length() - 1);
        int power = UNITS.indexOf(last) + 1;
        return Double.parseDouble(power == 0 ? text : text.substring(0, text.length() - 1)) * Math.pow(BINARY, power);
    }

    private static Optional<String> present(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
