package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.UnitNames;
import io.bitbuilder.bbc.source.Span;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rules of units: what makes the manager refuse one after it has read it. */
final class UnitRules {
    static final List<ObjectRule> ALL = List.of(UnitRules::judge);

    /** By type; the order inside is systemd's, and the first refusal is the last word. */
    private static final Map<String, Consumer<UnitSettings>> TYPES = Map.of(
            "service", ServiceRules::judge,
            "socket", TriggerRules::socket,
            "timer", TriggerRules::timer,
            "path", TriggerRules::path,
            "mount", MountRules::mount,
            "automount", MountRules::automount,
            "swap", MountRules::swap,
            "slice", UnitRules::slice,
            "scope", UnitRules::scope);

    private UnitRules() {}

    private static void judge(Loaded unit, Lines lines, Sink sink) {
        UnitSettings settings = UnitSettings.of(unit, lines, sink);
        if (unit.main().filter(f -> f.source().text().isEmpty()).isPresent()) {
            sink.add(Code.SYS010, settings.place(), "the file is empty, which masks the unit: nothing can start it");
            return;
        }
        if (!UnitNames.isValid(unit.name())) {
            Span start = settings.place();
            sink.add(Code.SYS008, start, "'" + unit.name() + "' is no name that a unit can have; systemd does not read the file");
            return;
        }
        if (unit.main().isPresent()) {
            TYPES.getOrDefault(unit.kind().name(), s -> {}).accept(settings);
            common(settings);
        }
    }

    private static void common(UnitSettings settings) {
        Optional<BigInteger> running = settings.span("Unit", "JobRunningTimeoutSec").filter(n -> n.signum() > 0 && n.compareTo(Spans.INFINITY) < 0);
        Optional<BigInteger> whole = settings.span("Unit", "JobTimeoutSec").filter(n -> n.signum() > 0);
        if (running.isPresent() && whole.isPresent() && running.get().compareTo(whole.get()) > 0) {
            settings.ignore(settings.last("Unit", "JobRunningTimeoutSec").orElseThrow(), "is longer than JobTimeoutSec= and has no effect");
        }
        Stream.of("OnFailure", "OnSuccess").forEach(key -> isolated(settings, key));
        contradiction(settings);
    }

    /** What a unit needs and what it stops cannot be the same. */
    private static void contradiction(UnitSettings settings) {
        Set<String> stopped = new HashSet<>(units(settings, "Conflicts"));
        Stream.of("Requires", "BindsTo").flatMap(key -> settings.list("Unit", key).stream())
                .filter(a -> units(a).anyMatch(stopped::contains)).findFirst()
                .ifPresent(a -> settings.sink().add(Code.SYS009, a.span(), a.key() + "= needs what Conflicts= stops; systemd cannot start the unit"));
    }

    private static List<String> units(UnitSettings settings, String key) {
        return settings.list("Unit", key).stream().flatMap(UnitRules::units).toList();
    }

    private static Stream<String> units(Assignment assignment) {
        return Splitter.all(assignment.value(), Splitter.Flag.RETAIN_ESCAPE).toOptional().orElse(List.of()).stream();
    }

    /** A unit can be isolated alone, so that only one may be named. */
    private static void isolated(UnitSettings settings, String key) {
        boolean isolate = settings.last("Unit", key + "JobMode").filter(a -> a.value().equals("isolate")).isPresent();
        if (isolate && units(settings, key).stream().distinct().count() > 1) {
            settings.refuse(settings.last("Unit", key).orElseThrow().span(), key + "= names more than one unit, of which only one can be isolated", "name one unit, or remove " + key + "JobMode=isolate");
        }
    }

    private static void slice(UnitSettings settings) {
        if (!UnitNames.isSlice(settings.unit().name())) {
            settings.refuse(settings.place(), "'" + settings.unit().name() + "' is no name of a slice: dashes stand between names, one each", "rename the file");
        }
    }

    private static void scope(UnitSettings settings) {
        settings.refuse(settings.place(), "scopes are made by programs, never from files", "remove the file; limits of many units belong to a slice");
    }

    /** The values of several keys, in the order of the keys. */
    static List<Assignment> all(UnitSettings settings, List<String> keys) {
        return keys.stream().flatMap(key -> settings.list(key).stream()).toList();
    }
}
