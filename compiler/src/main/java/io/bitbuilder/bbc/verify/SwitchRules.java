package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.Header;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sections of .network files that do nothing unless a line elsewhere switches them on. */
final class SwitchRules {
    /** Sections, the keys of [Network] any of which switches them on, which of their values do, and what to write. */
    private record Switch(List<String> sections, List<String> keys, Predicate<String> on, String write) {}

    private static final List<Switch> SWITCHES = List.of(
            new Switch(List.of("DHCPServer", "DHCPServerStaticLease"), List.of("DHCPServer"), Values::isYes, "DHCPServer=yes"),
            new Switch(List.of("IPv6SendRA", "IPv6PrefixDelegation", "IPv6Prefix", "IPv6RoutePrefix", "IPv6PREF64Prefix"), List.of("IPv6SendRA", "IPv6PrefixDelegation"),
                    value -> !Values.isNo(value), "IPv6SendRA=yes"),
            new Switch(List.of("DHCPv4"), List.of("DHCP"), value -> Values.isYes(value) || value.equals("ipv4") || value.equals("both") || value.equals("v4"), "DHCP=ipv4"));

    private SwitchRules() {}

    static void judge(Links links, Sink sink) {
        for (NetworkFile network : links.networks()) {
            SWITCHES.forEach(one -> off(network, one, sink));
            vlans(network, links, sink);
        }
    }

    private static void off(NetworkFile network, Switch one, Sink sink) {
        if (one.keys().stream().anyMatch(key -> network.value(key).filter(a -> one.on().test(a.value())).isPresent())) {
            return;
        }
        one.sections().stream().flatMap(name -> network.file().sections(name).stream()).findFirst().ifPresent(header -> {
            Finding finding = Finding.of(Code.SYS101, header.span(), "[" + header.name() + "] does nothing without " + one.write() + " in [Network]")
                    .fix("write " + one.write() + " below [Network], or take the section away");
            sink.add(one.keys().stream().flatMap(key -> network.value(key).stream()).findFirst()
                    .map(line -> finding.also(line.span(), "switched off here")).orElse(finding));
        });
    }

    private static void vlans(NetworkFile network, Links links, Sink sink) {
        Optional<Header> header = network.file().sections("BridgeVLAN").stream().findFirst();
        Optional<Netdev> bridge = network.value("Bridge").map(Assignment::value).or(network::link).flatMap(links::netdev).filter(n -> n.kind().equals("bridge"));
        if (header.isPresent() && bridge.isPresent() && !bridge.get().isTrue("Bridge", "VLANFiltering")) {
            sink.add(Finding.of(Code.SYS104, header.get().span(), "[BridgeVLAN] has no effect: bridge " + bridge.get().name() + " does not filter by VLAN")
                    .also(bridge.get().span(), "the bridge")
                    .fix("write VLANFiltering=yes below [Bridge] of " + bridge.get().file().name() + ", or take the section away"));
        }
    }
}
