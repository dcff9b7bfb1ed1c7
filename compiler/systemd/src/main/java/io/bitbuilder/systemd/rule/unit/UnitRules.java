package io.bitbuilder.systemd.rule.unit;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.object.UnitContext;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import io.bitbuilder.systemd.value.UnitNames;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rules of whole units, for which the manager refuses to load one. */
public final class UnitRules {
    public static final List<ObjectRule> ALL = List.of(UnitRules::judge);

    /** By type, in the order of systemd's own checks; the first refusal counts. */
    private static final Map<FileKind, Consumer<UnitContext>> TYPES = Map.of(
            FileKind.SERVICE, ServiceRules::judge,
            FileKind.SOCKET, TriggerRules::socket,
            FileKind.TIMER, TriggerRules::timer,
            FileKind.PATH, TriggerRules::path,
            FileKind.MOUNT, MountRules::mount,
            FileKind.AUTOMOUNT, MountRules::automount,
            FileKind.SWAP, MountRules::swap,
            FileKind.SLICE, UnitRules::slice,
            FileKind.SCOPE, UnitRules::scope);

    private UnitRules() {}

    private static void judge(ConfigObject object, LineChecker checker, FindingSink sink) {
        UnitContext unit = UnitContext.of(object, checker, sink);
        if (object.isMasked()) {
            // In a tree a mask is intended; asked about it alone, systemd-analyze verify refuses it too.
            if (!checker.isOfSources()) {
                sink.add(
                        Code.DEPRECATED,
                        unit.place(),
                        "an empty file or a link to /dev/null masks the unit; systemd cannot start it");
            }
            return;
        }
        if (object.path().isForType() || checker.isUnknown(object.name())) {
            return;
        }
        if (!UnitNames.isValid(object.name())) {
            Span start = unit.place();
            sink.add(
                    Code.FILE_IGNORED,
                    start,
                    "invalid unit name '" + object.name() + "'; systemd does not read the file",
                    "rename the file: letters, digits and :-_.\\ before the type, at most 255 characters");
            return;
        }
        if (object.main().isPresent()) {
            TYPES.getOrDefault(object.kind(), s -> {}).accept(unit);
            common(unit);
        }
    }

    private static void common(UnitContext unit) {
        Optional<BigInteger> running = unit.common()
                .duration("JobRunningTimeoutSec")
                .filter(n -> n.signum() > 0 && n.compareTo(TimeSpans.INFINITY) < 0);
        Optional<BigInteger> whole = unit.common().duration("JobTimeoutSec").filter(n -> n.signum() > 0);
        if (running.isPresent() && whole.isPresent() && running.get().compareTo(whole.get()) > 0) {
            unit.ignore(
                    unit.common().last("JobRunningTimeoutSec").orElseThrow(),
                    "exceeds JobTimeoutSec= and has no effect");
        }
        Stream.of("OnFailure", "OnSuccess").forEach(key -> isolated(unit, key));
        contradiction(unit);
    }

    /** Reports units that a unit both requires and stops. */
    private static void contradiction(UnitContext unit) {
        Set<String> stopped = new HashSet<>(units(unit, "Conflicts"));
        Stream.of("Requires", "BindsTo")
                .flatMap(key -> unit.common().all(key).stream())
                .filter(a -> units(a).anyMatch(stopped::contains))
                .findFirst()
                .ifPresent(a -> unit.sink()
                        .add(
                                Code.UNIT_REFUSED,
                                a.span(),
                                a.key() + "= requires a unit that Conflicts= stops; systemd cannot start the unit",
                                "remove it from one of the two lines"));
    }

    private static List<String> units(UnitContext unit, String key) {
        return unit.common().all(key).stream().flatMap(UnitRules::units).toList();
    }

    private static Stream<String> units(Assignment assignment) {
        return Splitter.all(assignment.value(), Splitter.Flag.RETAIN_ESCAPE).toOptional().orElse(List.of()).stream();
    }

    /** Reports several units with JobMode=isolate, which allows only one. */
    private static void isolated(UnitContext unit, String key) {
        boolean isolate = unit.common()
                .last(key + "JobMode")
                .filter(a -> a.value().equals("isolate"))
                .isPresent();
        if (isolate && units(unit, key).stream().distinct().count() > 1) {
            unit.refuse(
                    unit.common().last(key).orElseThrow().span(),
                    key + "= names more than one unit, but " + key + "JobMode=isolate allows only one",
                    "name one unit, or remove " + key + "JobMode=isolate");
        }
    }

    private static void slice(UnitContext unit) {
        if (!UnitNames.isSlice(unit.unit().name())) {
            unit.refuse(
                    unit.place(),
                    "'" + unit.unit().name()
                            + "' is not a valid slice name: single dashes separate the names of nested slices",
                    "rename the file");
        }
    }

    private static void scope(UnitContext unit) {
        unit.refuse(
                unit.place(),
                "scopes cannot be defined by files, only by programs",
                "remove the file; set limits of several units on a slice");
    }

    /** Returns the lines of several lists, in the order of the keys. */
    static List<Assignment> all(UnitContext unit, List<String> keys) {
        return keys.stream().flatMap(key -> unit.own().all(key).stream()).toList();
    }
}
