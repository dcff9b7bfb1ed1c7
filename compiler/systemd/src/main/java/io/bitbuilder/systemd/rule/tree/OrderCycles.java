package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Units of which each is ordered after the next, in a circle: systemd drops one of their jobs at each start. */
final class OrderCycles {
    private static final String SYSTEM = "systemd/system";

    /** A target before which no service with default dependencies can start. */
    private static final String SYSINIT = "sysinit.target";

    private final Map<String, Map<String, Assignment>> after = new TreeMap<>();
    private final Set<String> done = new HashSet<>();
    private final FindingSink sink;

    private OrderCycles(FindingSink sink) {
        this.sink = sink;
    }

    static void judge(HostFiles host, FindingSink sink) {
        OrderCycles cycles = new OrderCycles(sink);
        // Units of a distribution are for the initrd, for containers and for hosts, which never start together.
        boolean distribution = host.has("usr/lib/systemd/system/basic.target");
        host.objects().stream()
                .filter(o -> o.kind().isUnit() && o.main().isPresent() && isOfSystem(o))
                .filter(o -> !distribution || !o.path().layer().equals("usr/lib"))
                .forEach(cycles::add);
        cycles.after.keySet().forEach(cycles::search);
    }

    private static boolean isOfSystem(ConfigObject unit) {
        return unit.path().place().equals(SYSTEM) || unit.path().folder().isEmpty();
    }

    private void add(ConfigObject unit) {
        EffectiveSettings settings = EffectiveSettings.asWritten(unit).in("Unit");
        early(unit, settings);
        settings.all("After")
                .forEach(line -> ValidValues.words(line.value()).forEach(name -> edge(unit.name(), name, line)));
        settings.all("Before")
                .forEach(line -> ValidValues.words(line.value()).forEach(name -> edge(name, unit.name(), line)));
    }

    private void edge(String later, String earlier, Assignment line) {
        // A unit that orders itself has a finding already.
        if (!later.equals(earlier)) {
            after.computeIfAbsent(later, name -> new TreeMap<>()).putIfAbsent(earlier, line);
        }
    }

    /** Searches depth first from a unit; each unit is entered once. */
    private void search(String start) {
        Deque<List<String>> pending = new ArrayDeque<>();
        List<String> path = new ArrayList<>();
        if (done.add(start)) {
            path.add(start);
            pending.push(new ArrayList<>(next(start)));
        }
        Set<String> open = new HashSet<>(path);
        while (!pending.isEmpty()) {
            List<String> rest = pending.peek();
            if (rest.isEmpty()) {
                pending.pop();
                open.remove(path.removeLast());
                continue;
            }
            String name = rest.removeLast();
            if (open.contains(name)) {
                report(path.subList(path.indexOf(name), path.size()));
            } else if (done.add(name)) {
                path.add(name);
                open.add(name);
                pending.push(new ArrayList<>(next(name)));
            }
        }
    }

    private List<String> next(String name) {
        return new ArrayList<>(after.getOrDefault(name, Map.of()).keySet());
    }

    /** Reports a service before the target that its default dependencies order it after (systemd.service(5)). */
    private void early(ConfigObject unit, EffectiveSettings settings) {
        settings.all("Before").stream()
                .filter(line -> unit.kind() == FileKind.SERVICE
                        && !settings.isFalse("DefaultDependencies")
                        && ValidValues.words(line.value()).contains(SYSINIT))
                .findFirst()
                .ifPresent(line -> sink.add(Finding.of(
                                Code.ORDER_CYCLE,
                                ValidValues.part(line, SYSINIT),
                                "cyclic order of " + unit.name() + " and " + SYSINIT
                                        + ": services are ordered after it by default")
                        .fix("write DefaultDependencies=no, or remove the order")));
    }

    private void report(List<String> cycle) {
        List<Assignment> lines = new ArrayList<>();
        for (int at = 0; at < cycle.size(); at++) {
            Assignment line = after.getOrDefault(cycle.get(at), Map.of()).get(cycle.get((at + 1) % cycle.size()));
            if (line != null) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        Finding finding = Finding.of(
                Code.ORDER_CYCLE,
                lines.getFirst().span(),
                "cyclic order of " + String.join(", ", cycle) + "; systemd drops one of their jobs when they start");
        for (Assignment line : lines.subList(1, lines.size())) {
            finding = finding.also(line.span(), "part of the cycle");
        }
        sink.add(finding.fix("remove one of the orders"));
    }
}
