package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.List;
import java.util.Optional;

/**
 * Packets larger than the link below takes: a bridge drops them at the port, and the kernel refuses such a VLAN.
 * systemd-networkd raises the link below for stacked devices only if its own file has no MTUBytes=.
 */
final class MtuRules {
    private static final String KEY = "MTUBytes";

    /** Of Ethernet, and of virtual devices without a setting. */
    private static final long DEFAULT = 1500;

    private static final String[] STACKED = {"VLAN", "MACVLAN", "MACVTAP", "IPVLAN", "IPVTAP"};

    private final HostLinks links;
    private final FindingSink sink;

    /** Greatest size that a link without MTUBytes= in its .network file can have. */
    private final long most;

    private MtuRules(HostFiles host, HostLinks links, FindingSink sink) {
        this.links = links;
        this.sink = sink;
        this.most = host.of(FileKind.LINK)
                .flatMap(link -> EffectiveSettings.asWritten(link).in("Link").last(KEY).stream())
                .mapToLong(line -> ValidValues.number(line.value()).orElse(Long.MAX_VALUE))
                .reduce(DEFAULT, Math::max);
    }

    static void judge(HostFiles host, HostLinks links, FindingSink sink) {
        MtuRules rules = new MtuRules(host, links, sink);
        links.networks().forEach(network -> {
            rules.port(network);
            rules.stacked(network);
        });
    }

    private void port(NetworkFile port) {
        Optional<Assignment> bridge = port.value("Bridge");
        Optional<Assignment> above = bridge.flatMap(line -> links.netdev(line.value()))
                .filter(device -> device.kind().equals("bridge"))
                .flatMap(this::ofDevice);
        Optional<Assignment> own = ofFile(port).or(() -> links.netdev(port).flatMap(this::ofDevice));
        long below = own.map(MtuRules::bytes).orElse(most);
        if (above.isPresent() && bytes(above.get()) > below && bytes(above.get()) < Long.MAX_VALUE) {
            sink.add(Finding.of(
                            Code.MTU_ABOVE_LINK,
                            own.orElse(bridge.get()).span(),
                            "bridge " + bridge.get().value() + " sends packets of " + bytes(above.get())
                                    + " bytes, this port takes " + below + "; the bridge drops larger ones")
                    .also(above.get().span(), "MTU of the bridge")
                    .fix("write MTUBytes=" + above.get().value() + " in [Link] of " + port.fileName()
                            + ", or remove it from the bridge"));
        }
    }

    private void stacked(NetworkFile link) {
        Optional<Assignment> below = ofFile(link);
        for (Assignment line : link.settings().in("Network").all(STACKED)) {
            for (DeclaredNetdev device : ValidValues.words(line.value()).stream()
                    .flatMap(name -> links.netdev(name).stream())
                    .toList()) {
                Optional<Assignment> above = ofDevice(device).filter(mtu -> bytes(mtu) < Long.MAX_VALUE);
                if (below.isPresent()
                        && above.filter(mtu -> bytes(mtu) > bytes(below.get())).isPresent()) {
                    sink.add(Finding.of(
                                    Code.MTU_ABOVE_LINK,
                                    above.get().span(),
                                    "MTUBytes=" + above.get().value() + " of " + device.kind() + " " + device.name()
                                            + " exceeds " + below.get().value()
                                            + " of the link below; the kernel refuses it")
                            .also(below.get().span(), "MTU of the link below")
                            .fix("write MTUBytes=" + below.get().value() + " at most, or raise the link below"));
                }
            }
        }
    }

    private static Optional<Assignment> ofFile(NetworkFile network) {
        return network.settings().in("Link").last(KEY);
    }

    /** Returns the line of a device: of its own .network file, which is read later, or of its .netdev file. */
    private Optional<Assignment> ofDevice(DeclaredNetdev device) {
        List<NetworkFile> own = links.networks().stream()
                .filter(network -> network.link().equals(Optional.of(device.name())))
                .toList();
        return own.stream().findFirst().flatMap(MtuRules::ofFile).or(() -> device.value("NetDev", KEY));
    }

    /** Returns the number of bytes; numbers with a suffix count as unknown. */
    private static long bytes(Assignment line) {
        return ValidValues.number(line.value()).orElse(Long.MAX_VALUE);
    }
}
