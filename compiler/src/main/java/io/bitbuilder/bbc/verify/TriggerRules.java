package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.directive.Specifiers;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the manager finds in sockets, timers and paths that it has read. */
final class TriggerRules {
    private static final List<String> LISTEN = List.of("ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO", "ListenNetlink", "ListenSpecial",
            "ListenMessageQueue", "ListenUSBFunction");

    /** Kinds of sockets that take connections. */
    private static final Set<String> ACCEPTING = Set.of("ListenStream", "ListenSequentialPacket");
    private static final Set<String> NODES = Set.of("ListenFIFO", "ListenStream", "ListenDatagram", "ListenSequentialPacket");
    private static final List<String> ELAPSE = List.of("OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec", "OnCalendar");
    private static final List<String> WATCH = List.of("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty");

    private TriggerRules() {}

    static void timer(UnitSettings settings) {
        triggers(settings);
        if (merged(settings, ELAPSE).isEmpty() && !settings.yes("OnClockChange") && !settings.yes("OnTimezoneChange")) {
            settings.refuse(settings.place(), "it has no line that says when it elapses, such as OnCalendar=", "add OnCalendar=");
        }
    }

    static void path(UnitSettings settings) {
        triggers(settings);
        if (merged(settings, WATCH).isEmpty()) {
            settings.refuse(settings.place(), "it has no line that says what it watches, such as PathExists=", "add PathExists= or PathChanged=");
        }
    }

    static void socket(UnitSettings settings) {
        if (ContextRules.refused(settings)) {
            return;
        }
        List<Assignment> ports = merged(settings, LISTEN);
        List<Assignment> nodes = ports.stream().filter(port -> isNode(settings, port)).toList();
        Optional<Assignment> accept = settings.last("Accept").filter(a -> settings.yes("Accept"));
        if (ports.isEmpty()) {
            settings.refuse(settings.place(), "it has no line that says where it listens, such as ListenStream=", "add ListenStream=");
        } else if (settings.last("MaxConnections").filter(a -> a.value().matches("[ +]*0+")).isPresent()) {
            settings.refuse(settings.last("MaxConnections").orElseThrow().span(), "MaxConnections= must be above 0", "remove the line");
        } else if (accept.isPresent() && ports.stream().anyMatch(p -> !ACCEPTING.contains(p.key()))) {
            settings.refuse(accept.get().span(), "Accept=yes is for sockets with connections alone, which are ListenStream= and ListenSequentialPacket=", "write Accept=no");
        } else if (accept.isPresent() && settings.last("Service").isPresent()) {
            settings.refuse(settings.last("Service").orElseThrow().span(), "Service= does not go with Accept=yes, where each connection has an instance of its own", "remove the line");
        } else if (accept.isPresent() && settings.last("DeferTrigger").filter(a -> !Set.of("no", "off", "false", "0", "n", "f").contains(a.value())).isPresent()) {
            settings.refuse(settings.last("DeferTrigger").orElseThrow().span(), "DeferTrigger= does not go with Accept=yes", "remove the line");
        } else if (nodes.stream().anyMatch(n -> !Paths.isNormalized(Paths.simplify(path(settings, n), false)))) {
            settings.refuse(nodes.getFirst().span(), "a path where it listens has a part '..'", "write the path without '..'");
        } else if (hasLinks(settings) && nodes.size() != 1) {
            settings.refuse(settings.last("Symlinks").orElseThrow().span(), "Symlinks= needs exactly one socket or FIFO with a path", "make a socket unit for each path");
        }
    }

    private static boolean hasLinks(UnitSettings settings) {
        return settings.list("Symlinks").stream().anyMatch(a -> !Splitter.all(a.value(), Splitter.Flag.UNQUOTE).toOptional().orElse(List.of()).isEmpty());
    }

    private static boolean isNode(UnitSettings settings, Assignment port) {
        return NODES.contains(port.key()) && Paths.isAbsolute(path(settings, port));
    }

    private static String path(UnitSettings settings, Assignment port) {
        return Specifiers.path(port.value(), settings.unit().name());
    }

    /** Lines of keys that fill one list, which an empty value of any of them resets. */
    private static List<Assignment> merged(UnitSettings settings, List<String> keys) {
        List<Assignment> counted = new ArrayList<>();
        settings.unit().files().flatMap(file -> file.assignments().stream()).filter(a -> a.section().equals(settings.main()) && keys.contains(a.key())).forEach(a -> {
            if (a.value().isEmpty()) {
                counted.clear();
            } else if (settings.lines().counts(settings.unit().kind(), settings.unit().name(), a)) {
                counted.add(a);
            }
        });
        return counted;
    }

    /** A timer or path starts one unit. */
    private static void triggers(UnitSettings settings) {
        List<Assignment> units = settings.list("Unit");
        units.stream().skip(1).forEach(a -> settings.ignore(a, "names a second unit; the first one is started"));
    }
}
