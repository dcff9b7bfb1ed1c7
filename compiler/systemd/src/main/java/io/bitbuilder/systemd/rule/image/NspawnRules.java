package io.bitbuilder.systemd.rule.image;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines of .nspawn files (systemd.nspawn(5)) that systemd-nspawn ignores because of earlier ones, then
 * {@link NspawnStartRules}.
 */
public final class NspawnRules {
    public static final List<ObjectRule> ALL = List.of(
            NspawnRules::start,
            NspawnRules::ports,
            (object, checker, sink) -> new NspawnStartRules(object, checker).judge(sink));

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

    private static void start(ConfigObject object, LineChecker checker, FindingSink sink) {
        start(EffectiveSettings.of(object, checker).in("Exec"), new HashSet<>())
                .forEach(a -> sink.add(Finding.of(
                                Code.INVALID_DIRECTIVE_VALUE,
                                a.span(),
                                "Boot= conflicts with ProcessTwo=; systemd-nspawn uses the first")
                        .fix("remove one of the two lines")));
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
    private static void ports(ConfigObject object, LineChecker checker, FindingSink sink) {
        Set<String> seen = new HashSet<>();
        for (Assignment assignment :
                EffectiveSettings.of(object, checker).in("Network").accepted("Port")) {
            String value = assignment.value();
            String protocol = value.startsWith("udp:") ? "udp" : "tcp";
            String ports = value.startsWith("tcp:") || value.startsWith("udp:") ? value.substring(4) : value;
            int colon = ports.indexOf(':');
            if (Numbers.port(colon < 0 ? ports : ports.substring(0, colon)) instanceof Parsed.Good<Long>(Long host)
                    && !seen.add(protocol + host)) {
                sink.add(Code.INVALID_DIRECTIVE_VALUE, assignment.span(), "Port=: duplicate host port " + host);
            }
        }
    }
}
