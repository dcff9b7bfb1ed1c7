package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.Optional;
import java.util.Set;

/**
 * A device that a .netdev file defines.
 *
 * @param span place of its name
 */
record DeclaredNetdev(ConfigObject file, EffectiveSettings settings, String name, String kind, Span span) {
    private static final Set<String> TUNNELS =
            Set.of("ipip", "sit", "gre", "gretap", "ip6gre", "ip6gretap", "ip6tnl", "vti", "vti6", "erspan");

    /** Returns the device; empty when the file lacks its name or its kind, of which systemd keeps the first. */
    static Optional<DeclaredNetdev> of(ConfigObject file, LineChecker checker) {
        EffectiveSettings settings = EffectiveSettings.of(file, checker);
        Optional<Assignment> name = settings.in("NetDev").last("Name");
        Optional<Assignment> kind = settings.in("NetDev").first("Kind");
        return name.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeclaredNetdev(
                        file,
                        settings,
                        name.get().value(),
                        kind.get().value(),
                        name.get().span()));
    }

    /** Returns true for the kinds of tunnels that Tunnel= names. */
    boolean isTunnel() {
        return TUNNELS.contains(kind);
    }

    /**
     * Returns the key of [Network] by which a link requests the device; empty for independent devices
     * (systemd.netdev(5)).
     */
    Optional<String> requestKey() {
        return switch (kind) {
            case "vlan" -> Optional.of("VLAN");
            case "macvlan" -> Optional.of("MACVLAN");
            case "macvtap" -> Optional.of("MACVTAP");
            case "ipvlan" -> Optional.of("IPVLAN");
            case "ipvtap" -> Optional.of("IPVTAP");
            case "vxlan" -> Optional.of("VXLAN");
            case "macsec" -> Optional.of("MACsec");
            case "ipoib" -> Optional.of("IPoIB");
            case "xfrm" -> Optional.of("Xfrm");
            default -> isTunnel() ? Optional.of("Tunnel") : Optional.empty();
        };
    }

    /** Returns the section whose Independent= makes it independent of a link; empty for kinds that cannot be. */
    Optional<String> ownSection() {
        return switch (kind) {
            case "vxlan" -> Optional.of("VXLAN");
            case "xfrm" -> Optional.of("Xfrm");
            default -> isTunnel() ? Optional.of("Tunnel") : Optional.empty();
        };
    }

    /** Returns whether networkd creates the device without a link that requests it. */
    boolean isIndependent() {
        boolean configured =
                ownSection().filter(section -> isTrue(section, "Independent")).isPresent();
        boolean needsNoLink = isTunnel()
                && (isTrue("Tunnel", "External") && !kind.startsWith("vti") || isTrue("Tunnel", "AssignToLoopback"));
        return requestKey().isEmpty() || configured || needsNoLink;
    }

    /** Returns the effective line of a key of one of its sections. */
    Optional<Assignment> value(String section, String key) {
        return settings.in(section).last(key);
    }

    /** Returns whether a boolean of one of its sections is true. */
    boolean isTrue(String section, String key) {
        return settings.in(section).isTrue(key);
    }
}
