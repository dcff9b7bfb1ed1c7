package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Devices that networkd creates and leaves down, because no .network file matches them (systemd.network(5)). Devices of
 * other kinds are brought up by the program that uses them; one that no link requests has a finding already.
 */
final class UnmanagedDevices {
    private static final Set<String> KINDS =
            Set.of("bridge", "bond", "vlan", "vxlan", "wireguard", "macvlan", "ipvlan", "veth");

    /** Prefixes of the links of containers and machines, for which systemd ships .network files. */
    private static final List<String> SHIPPED = List.of("vb-", "ve-", "vz-", "vt-");

    private UnmanagedDevices() {}

    static void judge(HostFiles host, HostLinks links, FindingSink sink) {
        // The files that match may be in the host of an extension, or those that drop-ins extend.
        boolean partial = host.has("etc/extension-release.d")
                || host.has("usr/lib/extension-release.d")
                || host.of(FileKind.NETWORK).anyMatch(o -> o.main().isEmpty());
        if (!host.whole() || partial) {
            return;
        }
        Set<String> literal = new HashSet<>();
        links.networks().stream()
                .filter(network -> network.isLiteral() && network.conditions().isEmpty())
                .forEach(network -> literal.addAll(network.names()));
        List<NetworkFile> others = links.networks().stream()
                .filter(network -> !network.isLiteral() || !network.conditions().isEmpty())
                .toList();
        links.netdevs().values().stream()
                .filter(device -> KINDS.contains(device.kind())
                        && (device.isIndependent() || links.requests().containsKey(device.name()))
                        && !literal.contains(device.name())
                        && SHIPPED.stream().noneMatch(device.name()::startsWith)
                        && !host.checker().isUnknown(device.name())
                        && others.stream().noneMatch(network -> network.mayMatch(device)))
                .forEach(device -> sink.add(Finding.of(
                                Code.DEVICE_WITHOUT_NETWORK,
                                device.span(),
                                "no .network file matches " + device.kind() + " " + device.name()
                                        + "; systemd-networkd creates it and leaves it down")
                        .fix("add a .network file with Name=" + device.name() + " in [Match]")));
    }
}
