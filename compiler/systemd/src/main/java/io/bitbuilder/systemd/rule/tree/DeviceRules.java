package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.rule.line.NearNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices that .network files request and no .netdev file defines, and the reverse. */
final class DeviceRules {
    /** Keys of [Network] that name one device, with its kind. */
    private static final Map<String, String> MASTERS =
            Map.of("Bridge", "bridge", "Bond", "bond", "VRF", "vrf", "BatmanAdvanced", "batadv");

    /** Kinds of links that only a .netdev file creates on a host that networkd configures. */
    private static final Set<String> NETDEV_KINDS = Set.of("vlan", "vxlan", "bond", "vrf", "wireguard", "dummy");

    private final NearNames nearest = new NearNames();
    private final HostLinks links;
    private final FindingSink sink;

    private DeviceRules(HostLinks links, FindingSink sink) {
        this.links = links;
        this.sink = sink;
    }

    static void judge(HostFiles host, HostLinks links, FindingSink sink) {
        if (!host.whole()) {
            return;
        }
        DeviceRules rules = new DeviceRules(links, sink);
        links.netdevs().values().forEach(rules::checkRequested);
        links.requests().forEach((name, lines) -> lines.forEach(line -> rules.checkDefined(line, name)));
        links.networks().forEach(rules::checkMasters);
        links.networks().forEach(rules::checkMatched);
    }

    private void checkRequested(DeclaredNetdev device) {
        if (device.isIndependent() || links.requests().containsKey(device.name())) {
            return;
        }
        String key = device.requestKey().orElseThrow();
        Finding finding = Finding.of(
                        Code.DEVICE_NOT_REQUESTED,
                        device.span(),
                        "no .network file has " + key + "=" + device.name() + "; systemd-networkd never creates this "
                                + device.kind())
                .fix("write " + key + "=" + device.name() + " in [Network] of the parent link's .network file");
        sink.add(device.ownSection()
                .map(section -> finding.fix("write Independent=yes in [" + section + "]"))
                .orElse(finding));
    }

    private void checkDefined(Assignment line, String name) {
        Optional<DeclaredNetdev> device = links.netdev(name);
        if (!isName(name)) {
            return;
        }
        if (device.isEmpty()) {
            reportUnknown(
                    line,
                    name,
                    line.key().equals("Tunnel") ? "tunnel" : line.key().toLowerCase(Locale.ROOT));
        } else if (!device.get().requestKey().equals(Optional.of(line.key()))) {
            sink.add(wrongKind(line, device.get(), line.key().toLowerCase(Locale.ROOT)));
        }
    }

    private void checkMasters(NetworkFile network) {
        MASTERS.keySet().stream()
                .sorted()
                .forEach(key -> network.value(key)
                        .filter(line -> isName(line.value()))
                        .ifPresent(line -> {
                            Optional<DeclaredNetdev> device = links.netdev(line.value());
                            if (device.isEmpty()) {
                                reportUnknown(line, line.value(), MASTERS.get(key));
                            } else if (!device.get().kind().equals(MASTERS.get(key))) {
                                sink.add(wrongKind(line, device.get(), MASTERS.get(key)));
                            }
                        }));
    }

    private void reportUnknown(Assignment line, String name, String kind) {
        Finding finding = Finding.of(
                Code.UNKNOWN_DEVICE,
                line.span(),
                "unknown " + kind + " " + name + ": no .netdev file defines it; systemd-networkd ignores " + line.key()
                        + "=");
        sink.add(nearest.find("device", name, links.netdevs()::keySet)
                .map(near -> finding.fix("write " + near))
                .orElseGet(() -> finding.fix("add a .netdev file with Name=" + name + " and Kind=" + kind)));
    }

    private static Finding wrongKind(Assignment line, DeclaredNetdev device, String kind) {
        return Finding.of(
                        Code.UNKNOWN_DEVICE,
                        line.span(),
                        device.name() + " is a " + device.kind() + ", not a " + kind + "; systemd-networkd ignores "
                                + line.key() + "=")
                .also(device.span(), "defined here")
                .fix(device.requestKey()
                        .map(key -> "write " + key + "=" + device.name())
                        .orElse("name a device of kind " + kind));
    }

    /**
     * Reports a file whose [Match] requires a kind of link that only .netdev files create, when none of them has its
     * name.
     */
    private void checkMatched(NetworkFile network) {
        Optional<String> kind = NETDEV_KINDS.stream()
                .filter(k -> network.conditions().contains("Kind=" + k))
                .findFirst();
        List<String> absent = network.names().stream()
                .filter(name -> !links.netdevs().containsKey(name))
                .toList();
        if (kind.isPresent()
                && network.isLiteral()
                && absent.size() == network.names().size()) {
            Finding finding = Finding.of(
                    Code.MATCHES_UNKNOWN_DEVICE,
                    network.span(),
                    "no .netdev file defines a " + kind.get() + " named " + String.join(" or ", absent)
                            + "; the file matches no link");
            sink.add(nearest.find("device", absent.getFirst(), links.netdevs()::keySet)
                    .map(near -> finding.fix("write Name=" + near))
                    .orElseGet(() -> finding.fix("add the .netdev file, or remove this one")));
        }
    }

    /** Returns whether the string is a valid link name; invalid ones have a finding already. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 15
                && name.chars().noneMatch(c -> c <= ' ' || c >= 127 || c == '/' || c == ':' || c == '%');
    }
}
