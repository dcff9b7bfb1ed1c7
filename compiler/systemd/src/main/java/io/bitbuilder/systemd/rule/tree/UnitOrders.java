package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Order in which the units of the system start: a graph of the units of the files and of systemd's own targets. */
final class UnitOrders {
    private static final String SYSTEM = "systemd/system";

    /**
     * The reason of an order.
     *
     * @param line the line that writes it; empty when systemd adds it
     * @param place of the line, or of the file for which systemd adds it; empty among systemd's own targets
     * @param why label of the place
     * @param relaxed unit without this order if it has no default dependencies
     */
    record Order(Optional<Assignment> line, Optional<Span> place, String why, Optional<String> relaxed) {
        /** Returns the order of a line, with the word that names the other unit. */
        static Order of(Assignment line, String word) {
            return new Order(
                    Optional.of(line),
                    Optional.of(ValidValues.part(line, word)),
                    "part of the cycle",
                    Optional.empty());
        }

        /** Returns an order that systemd adds for a file. */
        static Order added(Span place, String why) {
            return new Order(Optional.empty(), Optional.of(place), why, Optional.empty());
        }

        /** Returns an order among systemd's own targets. */
        static Order own() {
            return new Order(Optional.empty(), Optional.empty(), "", Optional.empty());
        }
    }

    private final SortedMap<String, SortedMap<String, Order>> after = new TreeMap<>();
    private final SortedMap<String, ConfigObject> units = new TreeMap<>();

    private UnitOrders() {}

    /** Returns the orders of a host: those of lines first, which are the better place for a finding. */
    static UnitOrders of(HostFiles host) {
        UnitOrders orders = new UnitOrders();
        // Units of a distribution are for the initrd, for containers and for hosts, which never start together.
        boolean distribution = host.has("usr/lib/systemd/system/basic.target");
        host.objects().stream()
                .filter(o -> o.kind().isUnit() && o.main().isPresent() && !o.isMasked() && isOfSystem(o))
                .filter(o -> !distribution || !o.path().layer().equals("usr/lib"))
                .forEach(unit -> orders.units.putIfAbsent(unit.name(), unit));
        orders.units.values().forEach(orders::written);
        ImpliedOrders.add(orders, host);
        return orders;
    }

    private static boolean isOfSystem(ConfigObject unit) {
        return unit.path().place().equals(SYSTEM) || unit.path().folder().isEmpty();
    }

    private void written(ConfigObject unit) {
        EffectiveSettings settings = EffectiveSettings.asWritten(unit).in("Unit");
        for (String key : List.of("After", "Before")) {
            settings.all(key)
                    .forEach(line -> ValidValues.words(line.value())
                            .forEach(name -> add(unit.name(), key, name, Order.of(line, name))));
        }
    }

    /**
     * Adds an order, unless the two units have one already.
     *
     * @param key {@code After} or {@code Before}
     */
    void add(String unit, String key, String other, Order order) {
        // A unit that orders itself has a finding already.
        if (!unit.equals(other)) {
            boolean later = key.equals("After");
            after.computeIfAbsent(later ? unit : other, name -> new TreeMap<>())
                    .putIfAbsent(later ? other : unit, order);
        }
    }

    /** Returns the units of the files by name. */
    SortedMap<String, ConfigObject> units() {
        return units;
    }

    /** Returns the units after which one starts, with the reasons. */
    SortedMap<String, Order> of(String unit) {
        return after.getOrDefault(unit, Collections.emptySortedMap());
    }
}
