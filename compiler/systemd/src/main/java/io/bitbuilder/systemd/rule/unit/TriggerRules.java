package io.bitbuilder.systemd.rule.unit;

import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.object.UnitContext;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of whole sockets, timers and paths (systemd.socket(5), systemd.timer(5), systemd.path(5)). */
final class TriggerRules {
    private static final String[] LISTEN = {
        "ListenStream",
        "ListenDatagram",
        "ListenSequentialPacket",
        "ListenFIFO",
        "ListenNetlink",
        "ListenSpecial",
        "ListenMessageQueue",
        "ListenUSBFunction"
    };

    /** Kinds of sockets that accept connections. */
    private static final Set<String> ACCEPTING = Set.of("ListenStream", "ListenSequentialPacket");

    private static final Set<String> NODES =
            Set.of("ListenFIFO", "ListenStream", "ListenDatagram", "ListenSequentialPacket");
    private static final String[] ELAPSE = {
        "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec", "OnCalendar"
    };
    private static final String[] WATCH = {
        "PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"
    };

    private TriggerRules() {}

    static void timer(UnitContext unit) {
        reportSecondUnits(unit);
        if (unit.own().all(ELAPSE).isEmpty()
                && !unit.own().isTrue("OnClockChange")
                && !unit.own().isTrue("OnTimezoneChange")) {
            unit.refuse(unit.place(), "missing time to elapse, such as OnCalendar=", "add OnCalendar=");
        }
    }

    static void path(UnitContext unit) {
        reportSecondUnits(unit);
        if (unit.own().all(WATCH).isEmpty()) {
            unit.refuse(unit.place(), "missing path to watch, such as PathExists=", "add PathExists= or PathChanged=");
        }
    }

    static void socket(UnitContext unit) {
        if (ContextRules.reportConflict(unit)) {
            return;
        }
        List<Assignment> ports = unit.own().all(LISTEN);
        List<Assignment> nodes =
                ports.stream().filter(port -> isNode(unit, port)).toList();
        if (ports.isEmpty()) {
            unit.refuse(unit.place(), "missing address to listen on, such as ListenStream=", "add ListenStream=");
        } else if (unit.own()
                .last("MaxConnections")
                .filter(a -> a.value().matches("[ +]*0+"))
                .isPresent()) {
            unit.refuse(
                    unit.own().last("MaxConnections").orElseThrow().span(),
                    "MaxConnections= is out of range (at least 1)",
                    "remove the line");
        } else if (refusesAccept(unit, ports)) {
            return;
        } else if (nodes.stream().anyMatch(n -> !Paths.isNormalized(Paths.simplify(path(unit, n), false)))) {
            unit.refuse(nodes.getFirst().span(), "the path of a socket contains '..'", "write the path without '..'");
        } else if (hasLinks(unit) && nodes.size() != 1) {
            unit.refuse(
                    unit.own().last("Symlinks").orElseThrow().span(),
                    "Symlinks= requires exactly one socket or FIFO with a path",
                    "write one socket unit per path");
        }
    }

    /** Reports the first conflict with {@code Accept=yes}; returns whether there is one. */
    private static boolean refusesAccept(UnitContext unit, List<Assignment> ports) {
        if (!unit.own().isTrue("Accept")) {
            return false;
        }
        Optional<Assignment> service = unit.own().last("Service");
        Optional<Assignment> defer = unit.own()
                .last("DeferTrigger")
                .filter(a -> !Set.of("no", "off", "false", "0", "n", "f").contains(a.value()));
        if (ports.stream().anyMatch(p -> !ACCEPTING.contains(p.key()))) {
            unit.refuse(
                    unit.own().last("Accept").orElseThrow().span(),
                    "Accept=yes is only supported for ListenStream= and ListenSequentialPacket=",
                    "write Accept=no");
        } else if (service.isPresent()) {
            unit.refuse(
                    service.get().span(),
                    "Service= cannot be combined with Accept=yes, which starts an instance per connection",
                    "remove the line");
        } else if (defer.isPresent()) {
            unit.refuse(defer.get().span(), "DeferTrigger= cannot be combined with Accept=yes", "remove the line");
        } else {
            return false;
        }
        return true;
    }

    private static boolean hasLinks(UnitContext unit) {
        return unit.own().all("Symlinks").stream()
                .anyMatch(a -> !Splitter.all(a.value(), Splitter.Flag.UNQUOTE)
                        .toOptional()
                        .orElse(List.of())
                        .isEmpty());
    }

    private static boolean isNode(UnitContext unit, Assignment port) {
        return NODES.contains(port.key()) && Paths.isAbsolute(path(unit, port));
    }

    private static String path(UnitContext unit, Assignment port) {
        return UnitSpecifiers.path(port.value(), unit.unit().name());
    }

    /** Reports further units of a timer or path, which starts only one. */
    private static void reportSecondUnits(UnitContext unit) {
        List<Assignment> units = unit.own().all("Unit");
        units.stream().skip(1).forEach(a -> unit.ignore(a, "names a second unit; systemd starts the first one"));
    }
}
