package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.SectionHeader;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sections of .network files that have no effect unless a key of [Network] enables them. */
final class DisabledSectionRules {
    /** Sections, the keys of [Network] that enable them, the values that do, and the line to suggest. */
    private record Switch(List<String> sections, List<String> keys, Predicate<String> on, String write) {}

    private static final List<Switch> SWITCHES = List.of(
            new Switch(
                    List.of("DHCPServer", "DHCPServerStaticLease"),
                    List.of("DHCPServer"),
                    ValidValues::isYes,
                    "DHCPServer=yes"),
            new Switch(
                    List.of("IPv6SendRA", "IPv6PrefixDelegation", "IPv6Prefix", "IPv6RoutePrefix", "IPv6PREF64Prefix"),
                    List.of("IPv6SendRA", "IPv6PrefixDelegation"),
                    value -> !ValidValues.isNo(value),
                    "IPv6SendRA=yes"),
            new Switch(
                    List.of("DHCPv4"),
                    List.of("DHCP"),
                    value -> ValidValues.isYes(value)
                            || value.equals("ipv4")
                            || value.equals("both")
                            || value.equals("v4"),
                    "DHCP=ipv4"));

    /** On by default on most links, so that only the written value counts. */
    private static final Switch ACCEPTING = new Switch(
            List.of("IPv6AcceptRA"), List.of("IPv6AcceptRA"), value -> !ValidValues.isNo(value), "IPv6AcceptRA=yes");

    private DisabledSectionRules() {}

    static void judge(HostLinks links, FindingSink sink) {
        for (NetworkFile network : links.networks()) {
            SWITCHES.forEach(one -> checkDisabled(network, one, sink));
            if (network.value("IPv6AcceptRA").isPresent()) {
                checkDisabled(network, ACCEPTING, sink);
            }
            checkVlanFiltering(network, links, sink);
        }
    }

    private static void checkDisabled(NetworkFile network, Switch one, FindingSink sink) {
        if (one.keys().stream()
                .anyMatch(key ->
                        network.value(key).filter(a -> one.on().test(a.value())).isPresent())) {
            return;
        }
        one.sections().stream()
                .flatMap(name -> network.file().sections(name).stream())
                .findFirst()
                .ifPresent(header -> {
                    Finding finding = Finding.of(
                                    Code.SECTION_NOT_ENABLED,
                                    header.span(),
                                    "[" + header.name() + "] has no effect without " + one.write() + " in [Network]")
                            .fix("write " + one.write() + " in [Network], or remove the section");
                    sink.add(one.keys().stream()
                            .flatMap(key -> network.value(key).stream())
                            .findFirst()
                            .map(line -> finding.also(line.span(), "disabled here"))
                            .orElse(finding));
                });
    }

    private static void checkVlanFiltering(NetworkFile network, HostLinks links, FindingSink sink) {
        Optional<SectionHeader> header =
                network.file().sections("BridgeVLAN").stream().findFirst();
        Optional<DeclaredNetdev> bridge = network.value("Bridge")
                .map(Assignment::value)
                .or(network::link)
                .flatMap(links::netdev)
                .filter(n -> n.kind().equals("bridge"));
        if (header.isPresent() && bridge.isPresent() && !bridge.get().isTrue("Bridge", "VLANFiltering")) {
            sink.add(Finding.of(
                            Code.VLAN_FILTERING_OFF,
                            header.get().span(),
                            "[BridgeVLAN] has no effect: VLANFiltering= of bridge "
                                    + bridge.get().name() + " is off")
                    .also(bridge.get().span(), "the bridge")
                    .fix("write VLANFiltering=yes in [Bridge] of "
                            + bridge.get().file().name() + ", or remove the section"));
        }
    }
}
