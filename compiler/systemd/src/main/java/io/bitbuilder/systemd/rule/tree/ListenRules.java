package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that two units or containers of a host listen on. An address for all interfaces takes the port of each
 * single one too, and one of IPv6 that of IPv4 unless {@code BindIPv6Only=} says otherwise (systemd.socket(5)).
 */
final class ListenRules {
    private static final List<String> KEYS =
            List.of("ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO");

    private static final Pattern PORT =
            Pattern.compile("(?:(?<four>[0-9.]+):|\\[(?<six>[0-9a-fA-F:.]+)\\]:)?(?<port>[0-9]{1,5})");

    /** Limit of compared addresses for one port, against quadratic time. */
    private static final int MOST = 64;

    private final Map<String, List<Listener>> seen = new HashMap<>();
    private final FindingSink sink;

    /**
     * A socket of one port or path.
     *
     * @param four IPv4 address, {@code *} for all, or empty for none
     * @param six IPv6 address likewise
     */
    private record Listener(String four, String six, Span span, String unit) {
        /** Returns whether nspawn refuses the later of two ports of one file, which has a finding of its own. */
        boolean isRefused(Listener other) {
            return unit.endsWith(".nspawn") && span.file().equals(other.span.file());
        }

        boolean meets(Listener other) {
            return meets(four, other.four) || meets(six, other.six);
        }

        private static boolean meets(String one, String other) {
            return !one.isEmpty() && !other.isEmpty() && (one.equals(other) || one.equals("*") || other.equals("*"));
        }
    }

    private ListenRules(FindingSink sink) {
        this.sink = sink;
    }

    static void judge(HostFiles host, FindingSink sink) {
        ListenRules rules = new ListenRules(sink);
        host.complete(FileKind.SOCKET).forEach(rules::socket);
        host.complete(FileKind.NSPAWN)
                .forEach(file -> EffectiveSettings.of(file, host.checker())
                        .in("Network")
                        .all("Port")
                        .forEach(line -> rules.published(file, line)));
        host.complete(FileKind.NSPAWN)
                .forEach(file -> EffectiveSettings.of(file, host.checker())
                        .in("Network")
                        .all("VirtualEthernetExtra")
                        .forEach(line -> rules.link(file, line)));
    }

    private void socket(ConfigObject unit) {
        EffectiveSettings settings = EffectiveSettings.asWritten(unit);
        EffectiveSettings socket = settings.in("Socket");
        if (unit.name().contains("@")
                || socket.isTrue("ReusePort")
                || !settings.in("Unit").accepted("Conflicts").isEmpty()) {
            return;
        }
        boolean dual = !socket.value("BindIPv6Only").orElse("both").equals("ipv6-only");
        String place = unit.path().place() + " " + socket.value("BindToDevice").orElse("");
        for (String key : KEYS) {
            for (Assignment line : socket.all(key)) {
                if (line.value().indexOf('%') < 0) {
                    listen(unit, line, place, dual);
                }
            }
        }
    }

    private void listen(ConfigObject unit, Assignment line, String place, boolean dual) {
        Matcher port = PORT.matcher(line.value());
        if (!port.matches()) {
            String path = line.value().replaceFirst("^/var/run/", "/run/");
            add(place + " " + path, new Listener("*", "", line.span(), unit.name()), line);
            return;
        }
        String four = port.group("four");
        String six = port.group("six");
        boolean all = six == null || six.matches("[0:]+");
        Listener listener = four != null
                ? new Listener(four.equals("0.0.0.0") ? "*" : four, "", line.span(), unit.name())
                : new Listener(all && dual ? "*" : "", all ? "*" : six, line.span(), unit.name());
        add(place + " " + line.key() + " " + port.group("port"), listener, line);
    }

    private void published(ConfigObject file, Assignment line) {
        String[] parts = line.value().split(":");
        boolean protocol = parts[0].equals("tcp") || parts[0].equals("udp");
        String port = parts[protocol ? 1 : 0];
        String key = "nspawn " + (protocol ? parts[0] : "tcp") + " " + port;
        add(key, new Listener("*", "", line.span(), file.name()), line);
    }

    /** Reports a link that two containers have on the host's side; the second one does not start. */
    private void link(ConfigObject file, Assignment line) {
        String name = line.value().replaceFirst(":.*$", "");
        add("link " + name, new Listener("*", "", line.span(), file.name()), line, "link name " + name);
    }

    private void add(String key, Listener listener, Assignment line) {
        add(key, listener, line, "listen address " + line.value());
    }

    private void add(String key, Listener listener, Assignment line, String what) {
        List<Listener> others = seen.computeIfAbsent(key, k -> new ArrayList<>());
        others.stream()
                .limit(MOST)
                .filter(other -> listener.meets(other) && !listener.isRefused(other))
                .findFirst()
                .ifPresent(other -> sink.add(Finding.of(
                                Code.DUPLICATE_LISTEN_ADDRESS,
                                listener.span(),
                                "duplicate " + what + " of " + listener.unit() + " and " + other.unit()
                                        + "; only one of them can start")
                        .also(other.span(), "first use")
                        .fix("give each its own address, or write Conflicts= if one replaces the other")));
        others.add(listener);
    }
}
