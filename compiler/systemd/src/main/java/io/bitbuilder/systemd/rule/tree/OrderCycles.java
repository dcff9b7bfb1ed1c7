package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Units of which each is ordered after the next, in a circle: systemd drops one of their jobs at each start. */
final class OrderCycles {
    private final UnitOrders orders;
    private final FindingSink sink;
    private final Set<String> done = new HashSet<>();
    private final Set<Span> reported = new HashSet<>();

    private OrderCycles(UnitOrders orders, FindingSink sink) {
        this.orders = orders;
        this.sink = sink;
    }

    static void judge(HostFiles host, FindingSink sink) {
        UnitOrders orders = UnitOrders.of(host);
        OrderCycles cycles = new OrderCycles(orders, sink);
        // Each cycle has a unit of the files: systemd's own have none.
        orders.units().keySet().forEach(cycles::search);
    }

    /** Searches depth first from a unit; each unit is entered once. */
    private void search(String start) {
        Deque<List<String>> pending = new ArrayDeque<>();
        List<String> path = new ArrayList<>();
        if (done.add(start)) {
            path.add(start);
            pending.push(next(start));
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
                pending.push(next(name));
            }
        }
    }

    private List<String> next(String name) {
        return new ArrayList<>(orders.of(name).keySet());
    }

    /** Reports a cycle once: at a line, or at a unit for which systemd adds an order. */
    private void report(List<String> path) {
        List<String> cycle = new ArrayList<>(path);
        Collections.rotate(cycle, -first(cycle));
        List<UnitOrders.Order> parts = IntStream.range(0, cycle.size())
                .mapToObj(at -> order(cycle, at))
                .toList();
        Span place = parts.getFirst().place().orElseThrow();
        if (!reported.add(place)) {
            return;
        }
        Finding finding = Finding.of(
                Code.ORDER_CYCLE,
                place,
                "cyclic order of " + String.join(", ", cycle) + "; systemd drops one of their jobs when they start");
        for (UnitOrders.Order part : parts.subList(1, parts.size())) {
            if (part.place().isPresent()) {
                finding = finding.also(part.place().get(), part.why());
            }
        }
        Optional<String> early =
                parts.stream().flatMap(part -> part.relaxed().stream()).findFirst();
        if (early.isPresent()) {
            finding = finding.fix("write DefaultDependencies=no in [Unit] of " + early.get()
                    + ", if it is to start before basic.target");
        }
        sink.add(finding.fix("remove one of the orders"));
    }

    /** Returns the index of the first order of a line, or else of the first one of a file. */
    private int first(List<String> cycle) {
        return IntStream.range(0, cycle.size())
                .filter(at -> order(cycle, at).line().isPresent())
                .findFirst()
                .orElseGet(() -> IntStream.range(0, cycle.size())
                        .filter(at -> order(cycle, at).place().isPresent())
                        .findFirst()
                        .orElseThrow());
    }

    private UnitOrders.Order order(List<String> cycle, int at) {
        return orders.of(cycle.get(at)).get(cycle.get((at + 1) % cycle.size()));
    }
}
