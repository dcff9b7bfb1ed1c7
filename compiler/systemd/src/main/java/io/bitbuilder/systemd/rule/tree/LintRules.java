package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.List;
import java.util.Optional;

/** Lines that systemd reads as they are and that do less, or show more, than people expect. */
final class LintRules {
    private static final String ONLINE = "network-online.target";
    private static final String[] STARTING = {"Wants", "Requires", "BindsTo", "Requisite", "Upholds"};

    /** Layer of the distribution, whose files fit all hosts. */
    private static final String SHIPPED = "usr/lib";

    private LintRules() {}

    static void judge(HostFiles host, HostLinks links, FindingSink sink) {
        List<ConfigObject> units =
                host.objects().stream().filter(object -> object.kind().isUnit()).toList();
        boolean started = units.stream().anyMatch(LintRules::starts)
                || host.links().keySet().stream()
                        .anyMatch(link -> link.matches(".*\\.(?:wants|requires|upholds)/" + ONLINE));
        if (!started) {
            units.stream().filter(unit -> unit.main().isPresent()).forEach(unit -> order(unit, sink));
        }
        advertisements(links, sink);
    }

    private static boolean starts(ConfigObject unit) {
        return EffectiveSettings.asWritten(unit).in("Unit").words(STARTING).anyMatch(ONLINE::equals);
    }

    /** Reports an order after a target that nothing starts (systemd.special(7)). */
    private static void order(ConfigObject unit, FindingSink sink) {
        EffectiveSettings.asWritten(unit).in("Unit").all("After").stream()
                .filter(line -> ValidValues.words(line.value()).contains(ONLINE))
                .findFirst()
                .ifPresent(line -> sink.add(Finding.of(
                                Code.ORDER_WITHOUT_DEPENDENCY,
                                ValidValues.part(line, ONLINE),
                                "After=" + ONLINE + " does not start the target; without it, the unit does not wait")
                        .fix("write Wants=" + ONLINE + " as well")));
    }

    /**
     * Reports links that lose their router advertisements: masquerading of IPv6 forwards on the whole host, and then
     * the default of IPv6AcceptRA= is no (systemd.network(5)).
     */
    private static void advertisements(HostLinks links, FindingSink sink) {
        Optional<Assignment> forwards = links.networks().stream()
                .flatMap(network -> network.value("IPMasquerade").stream())
                .filter(line -> line.value().equals("both") || line.value().equals("ipv6"))
                .findFirst();
        forwards.ifPresent(line -> links.networks().stream()
                .filter(network -> network.value("IPv6AcceptRA").isEmpty()
                        && !network.file().path().layer().equals(SHIPPED)
                        && network.value("DHCP")
                                .filter(dhcp -> ValidValues.isYes(dhcp.value())
                                        || dhcp.value().equals("ipv6"))
                                .isPresent())
                .forEach(network -> sink.add(Finding.of(
                                Code.ROUTER_ADVERTISEMENTS_IGNORED,
                                network.span(),
                                "IPMasquerade=" + line.value() + " in another file makes the host a router; this link "
                                        + "then ignores router advertisements")
                        .also(line.span(), "forwards IPv6 on all links")
                        .fix("write IPv6AcceptRA=yes in [Network]"))));
    }
}
