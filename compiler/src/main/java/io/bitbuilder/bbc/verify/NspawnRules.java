package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.value.Parsed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lines of .nspawn files (systemd.nspawn(5)) that systemd-nspawn ignores because of earlier ones, then {@link NspawnWhole}. */
final class NspawnRules {
    static final List<ObjectRule> ALL = List.of(NspawnRules::start, NspawnRules::ports, (object, lines, sink) -> new NspawnWhole(object, lines).judge(sink));

    /** Kind of the container's first process. */
    enum Start {
        /** Not configured. */
        UNSET,
        /** The command is the first process. */
        COMMAND,
        /** The command is the second process. */
        SECOND,
        /** An init system. */
        BOOT
    }

    private NspawnRules() {}

    private static void start(Loaded object, Lines lines, Sink sink) {
        start(EffectiveSettings.of(object, lines).in("Exec"), new HashSet<>()).forEach(a -> sink.add(
                Finding.of(Code.SYS004, a.span(), "Boot= conflicts with ProcessTwo=; systemd-nspawn uses the first").fix("remove one of the two lines")));
    }

    /** Returns how the container starts in the end. */
    static Start start(EffectiveSettings exec) {
        Set<Start> end = new HashSet<>();
        start(exec, end);
        return end.iterator().next();
    }

    private static List<Assignment> start(EffectiveSettings exec, Set<Start> end) {
        Set<Assignment> conflicts = new HashSet<>();
        Start state = Start.UNSET;
        for (Assignment assignment : exec.accepted("Boot", "ProcessTwo")) {
            if (!(Booleans.parse(assignment.value()) instanceof Parsed.Good<Boolean>(Boolean on))) {
                continue;
            }
            boolean boot = assignment.key().equals("Boot");
            Start mine = boot ? Start.BOOT : Start.SECOND;
            Start other = boot ? Start.SECOND : Start.BOOT;
            if (state == (on ? other : mine)) {
                conflicts.add(assignment);
            } else if (on) {
                state = mine;
            } else if (state == Start.UNSET) {
                state = Start.COMMAND;
            }
        }
        end.add(state);
        return List.copyOf(conflicts);
    }

    /** Reports ports of the host that are forwarded twice. */
    private static void ports(Loaded object, Lines lines, Sink sink) {
        Set<String> seen = new HashSet<>();
        for (Assignment assignment : EffectiveSettings.of(object, lines).in("Network").accepted("Port")) {
            String value = assignment.value();
            String protocol = value.startsWith("udp:") ? "udp" : "tcp";
            String ports = value.startsWith("tcp:") || value.startsWith("udp:") ? value.substring(4) : value;
            int colon = ports.indexOf(':');
            if (Numbers.port(colon < 0 ? ports : ports.substring(0, colon)) instanceof Parsed.Good<Long>(Long host) && !seen.add(protocol + host)) {
                sink.add(Code.SYS004, assignment.span(), "Port=: duplicate host port " + host);
            }
        }
    }
}
