package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of network files that systemd takes as they are, and that do something else than people expect. */
final class NetworkLints {
    /** Keys whose words are separated by blanks, and which take a comma as part of a word. */
    private static final Map<String, List<String>> WORDS =
            Map.of("Match", List.of("Name", "OriginalName"), "Network", List.of("Domains"));

    /** Sections that are one object each, with the key that names it. */
    private static final Map<String, String> OBJECTS =
            Map.of("Address", "Address", "Route", "Destination", "Neighbor", "Address", "WireGuardPeer", "PublicKey");

    private final FindingSink sink;

    private NetworkLints(FindingSink sink) {
        this.sink = sink;
    }

    static void judge(HostFiles host, HostLinks links, FindingSink sink) {
        NetworkLints lints = new NetworkLints(sink);
        links.networks().forEach(lints::network);
        host.objects().stream()
                .filter(object -> object.kind() == FileKind.NETWORK || object.kind() == FileKind.NETDEV)
                .forEach(lints::repeated);
        host.of(FileKind.NETDEV).forEach(lints::peers);
    }

    private void network(NetworkFile network) {
        EffectiveSettings settings = network.settings();
        WORDS.forEach((section, keys) -> keys.forEach(key -> settings.in(section).all(key).stream()
                .filter(line -> line.value().indexOf(',') >= 0)
                .forEach(this::comma)));
        network.value("Bridge").ifPresent(bridge -> port(network, bridge));
        gateways(settings.in("Network").all("Gateway"));
    }

    private void comma(Assignment line) {
        sink.add(Finding.of(
                        Code.COMMA_IN_WORD,
                        ValidValues.part(line, ","),
                        "`,` is part of a word in " + line.key() + "=: words are separated by blanks")
                .fix("write " + line.key() + "="
                        + String.join(" ", List.of(line.value().split("[\\s,]+")))));
    }

    private void port(NetworkFile network, Assignment bridge) {
        EffectiveSettings section = network.settings().in("Network");
        List<Assignment> own = section.all("Address", "Gateway");
        List<Assignment> dhcp = section.last("DHCP").stream()
                .filter(line -> !ValidValues.isNo(line.value()))
                .toList();
        (own.isEmpty() ? dhcp : own)
                .stream()
                        .findFirst()
                        .ifPresent(line -> sink.add(Finding.of(
                                        Code.ADDRESS_ON_BRIDGE_PORT,
                                        line.keySpan(),
                                        line.key() + "= is for a port of bridge " + bridge.value()
                                                + ": packets for it arrive at the bridge")
                                .also(bridge.span(), "makes the link a port")
                                .fix("write the line in the .network file of " + bridge.value())));
    }

    private void gateways(List<Assignment> lines) {
        Map<Boolean, Assignment> first = new HashMap<>();
        for (Assignment line : lines) {
            StaticAddress.address(line.value()).ifPresent(gateway -> {
                Assignment earlier = first.putIfAbsent(gateway instanceof Address4, line);
                if (earlier != null && !earlier.value().equals(line.value())) {
                    sink.add(Finding.of(
                                    Code.DUPLICATE_GATEWAY,
                                    line.span(),
                                    "duplicate default gateway " + line.value() + " and " + earlier.value()
                                            + " of one metric; only one of the routes is used")
                            .also(earlier.span(), "first gateway")
                            .fix("write a [Route] section with Gateway= and Metric= for each"));
                }
            });
        }
    }

    /** Of a key that names the object of its section, the last line counts (systemd.network(5)). */
    private void repeated(ConfigObject object) {
        EffectiveSettings all = EffectiveSettings.asWritten(object);
        OBJECTS.forEach((section, key) -> all.each(section).forEach(one -> {
            List<Assignment> lines = one.all(key);
            if (lines.size() > 1
                    && !lines.getFirst().value().equals(lines.getLast().value())) {
                sink.add(Finding.of(
                                Code.REPEATED_KEY,
                                lines.getFirst().span(),
                                "repeated " + key + "= in one [" + section + "]: only the last line counts")
                        .also(lines.getLast().span(), "replaces it")
                        .fix("write a section [" + section + "] for each"));
            }
        }));
    }

    private void peers(ConfigObject netdev) {
        Map<String, Assignment> keys = new HashMap<>();
        Map<String, Assignment> ranges = new HashMap<>();
        Optional<Assignment> own =
                EffectiveSettings.asWritten(netdev).in("WireGuard").last("PrivateKey");
        Optional<String> ownPublic = own.flatMap(line -> Curve25519.publicKey(line.value()));
        for (EffectiveSettings peer : EffectiveSettings.asWritten(netdev).each("WireGuardPeer")) {
            peer.last("PublicKey").ifPresent(line -> {
                Assignment earlier = keys.putIfAbsent(line.value(), line);
                if (earlier != null) {
                    sink.add(Finding.of(
                                    Code.DUPLICATE_PEER,
                                    line.span(),
                                    "duplicate WireGuard peer: two have this public key")
                            .also(earlier.span(), "first peer")
                            .fix("merge both sections"));
                }
            });
            peer.last("PublicKey")
                    .filter(line -> Optional.of(line.value()).equals(ownPublic))
                    .ifPresent(line -> sink.add(Finding.of(
                                    Code.DUPLICATE_PEER,
                                    line.span(),
                                    "this peer has the public key of the device itself; the kernel ignores the peer")
                            .also(own.orElseThrow().keySpan(), "private key of the device")
                            .fix("write the public key of the other host")));
            for (Assignment line : peer.all("AllowedIPs")) {
                for (String range : line.value().split("[\\s,]+")) {
                    Assignment earlier = ranges.putIfAbsent(range, line);
                    if (earlier != null && earlier.header() != line.header()) {
                        sink.add(Finding.of(
                                        Code.DUPLICATE_PEER,
                                        ValidValues.part(line, range),
                                        "duplicate range " + range
                                                + " of two WireGuard peers: the kernel gives it to the last one")
                                .also(ValidValues.part(earlier, range), "first peer")
                                .fix("write each range in one peer"));
                    }
                }
            }
        }
    }
}
