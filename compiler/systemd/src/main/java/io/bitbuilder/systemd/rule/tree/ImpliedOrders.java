package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.rule.tree.UnitOrders.Order;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Orders that no line writes (systemd.unit(5), Implicit and Default Dependencies). */
final class ImpliedOrders {
    private static final String DEFAULTS = "DefaultDependencies";

    /** Orders of systemd's own targets, and default dependencies of each type of units. */
    private static final Map<String, List<List<String>>> KNOWN =
            CatalogueTable.rows("orders.tsv", 3).stream().collect(Collectors.groupingBy(List::getFirst));

    /** Keys of [Unit] and [Service] whose paths order the unit after their mount points. */
    private static final String[] PATHS = {"RequiresMountsFor", "WantsMountsFor", "WorkingDirectory", "RootDirectory"};

    private static final Pattern LINK =
            Pattern.compile("(?:etc|run|usr/local/lib|usr/lib)/systemd/system/(?<target>[^/]+\\.target)"
                    + "\\.(?:wants|requires|upholds)/(?<unit>[^/]+)");

    private final UnitOrders orders;
    private final Map<String, String> mounts = new HashMap<>();

    private ImpliedOrders(UnitOrders orders) {
        this.orders = orders;
    }

    static void add(UnitOrders orders, HostFiles host) {
        ImpliedOrders implied = new ImpliedOrders(orders);
        orders.units().values().forEach(implied::mount);
        orders.units().values().forEach(implied::unit);
        KNOWN.keySet().stream()
                .filter(name -> name.endsWith(".target") && !orders.units().containsKey(name))
                .forEach(name -> implied.known(name, name, Order.own()));
        // Targets come last: they are not ordered after units that are ordered after them.
        orders.units().values().forEach(implied::targets);
        host.links().keySet().stream()
                .map(LINK::matcher)
                .filter(Matcher::matches)
                .forEach(link -> implied.pulled(
                        link.group("target"),
                        link.group("unit"),
                        Order.added(host.at(link.group()), "starts it with " + link.group("target"))));
    }

    private void mount(ConfigObject unit) {
        if (unit.kind() == FileKind.MOUNT) {
            EffectiveSettings.asWritten(unit)
                    .in("Mount")
                    .last("Where")
                    .ifPresent(where -> mounts.put(where.value().replaceFirst("/+$", ""), unit.name()));
        }
    }

    private void known(String rows, String unit, Order order) {
        KNOWN.getOrDefault(rows, List.of()).stream()
                .filter(row -> !row.get(1).equals(DEFAULTS))
                .forEach(row -> orders.add(unit, row.get(1), row.get(2), order));
    }

    private void unit(ConfigObject unit) {
        EffectiveSettings all = EffectiveSettings.asWritten(unit);
        if (hasDefaults(unit.name()) && !LocalMounts.isApart(unit, all.in("Mount"))) {
            String type = UnitNames.type(unit.name()).orElse("");
            known(
                    type,
                    unit.name(),
                    new Order(
                            Optional.empty(),
                            Optional.of(unit.start()),
                            "default dependencies of this " + type,
                            Optional.of(unit.name())));
        }
        TriggeredUnits.of(unit)
                .forEach(
                        name -> orders.add(unit.name(), "Before", name, Order.added(unit.start(), "triggers " + name)));
        all.in("Unit", "Service")
                .all(PATHS)
                .forEach(line -> ValidValues.words(line.value()).forEach(path -> paths(unit, path, line)));
    }

    private void paths(ConfigObject unit, String path, Assignment line) {
        for (String above = path; !above.isEmpty(); above = above.substring(0, Math.max(0, above.lastIndexOf('/')))) {
            Optional.ofNullable(mounts.get(above))
                    .ifPresent(mount -> orders.add(unit.name(), "After", mount, Order.of(line, path)));
        }
    }

    private void targets(ConfigObject unit) {
        EffectiveSettings all = EffectiveSettings.asWritten(unit);
        words(
                all.in("Install"),
                (line, target) -> pulled(target, unit.name(), Order.of(line, target)),
                "WantedBy",
                "RequiredBy",
                "UpheldBy");
        if (unit.kind() == FileKind.TARGET) {
            words(
                    all.in("Unit"),
                    (line, name) -> pulled(unit.name(), name, Order.of(line, name)),
                    "Wants",
                    "Requires",
                    "BindsTo",
                    "Upholds");
        }
    }

    private static void words(EffectiveSettings settings, BiConsumer<Assignment, String> each, String... keys) {
        settings.all(keys).forEach(line -> ValidValues.words(line.value()).forEach(word -> each.accept(line, word)));
    }

    /** Orders a target after a unit that it starts (systemd.target(5)). */
    private void pulled(String target, String unit, Order order) {
        if (orders.units().containsKey(unit)
                && target.endsWith(".target")
                && hasDefaults(unit)
                && hasDefaults(target)
                && !orders.of(unit).containsKey(target)) {
            orders.add(target, "After", unit, order);
        }
    }

    private boolean hasDefaults(String unit) {
        return Optional.ofNullable(orders.units().get(unit))
                .map(own -> !EffectiveSettings.asWritten(own).in("Unit").isFalse(DEFAULTS))
                .orElseGet(() -> KNOWN.getOrDefault(unit, List.of()).stream()
                        .noneMatch(row -> row.get(1).equals(DEFAULTS)));
    }
}
