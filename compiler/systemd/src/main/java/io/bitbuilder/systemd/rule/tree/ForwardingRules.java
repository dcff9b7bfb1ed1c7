package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forwarding of single links. The kernel forwards IPv6 only with the setting of all links, and IPv4 from each link by
 * its own setting (systemd.network(5)).
 */
final class ForwardingRules {
    private static final String IPV4 = "IPv4Forwarding";
    private static final String IPV6 = "IPv6Forwarding";

    /** Layer of the distribution, whose files fit all hosts. */
    private static final String SHIPPED = "usr/lib";

    /** Files that may set the kernel's switches, which are not read here; the last is the host runtime of bbc. */
    private static final List<String> SETTERS = List.of("etc/sysctl.d", "etc/sysctl.conf", "etc/bbc/host");

    private ForwardingRules() {}

    static void judge(HostFiles host, HostLinks links, FindingSink sink) {
        if (host.whole() && SETTERS.stream().noneMatch(host::has)) {
            List<NetworkFile> own = links.networks().stream()
                    .filter(network -> !network.file().path().layer().equals(SHIPPED))
                    .toList();
            if (!isGlobal(host, links, IPV6, "ipv6")) {
                own.forEach(network -> forwards(network, IPV6).ifPresent(line -> single(line, sink)));
            }
            if (!isGlobal(host, links, IPV4, "ipv4")) {
                oneWay(own, sink);
            }
        }
    }

    /** Returns whether networkd switches the setting of all links on. */
    private static boolean isGlobal(HostFiles host, HostLinks links, String key, String family) {
        boolean masquerades = links.networks().stream()
                .flatMap(network -> network.value("IPMasquerade").stream())
                .anyMatch(line -> Set.of(family, "both").contains(line.value()));
        return masquerades
                || host.of(FileKind.NETWORKD_CONF)
                        .anyMatch(conf -> EffectiveSettings.of(conf, host.checker())
                                .in("Network")
                                .isTrue(key));
    }

    private static Optional<Assignment> forwards(NetworkFile network, String key) {
        return network.value(key)
                .filter(line -> network.settings().in("Network").isTrue(key));
    }

    private static void single(Assignment line, FindingSink sink) {
        sink.add(Finding.of(
                        Code.FORWARDING_OF_ONE_LINK,
                        line.span(),
                        IPV6 + "=yes of a link forwards nothing: the kernel requires the setting of all links")
                .fix("write " + IPV6 + "=yes in [Network] of networkd.conf"));
    }

    /** Reports the only link that forwards: packets back arrive at the others. */
    private static void oneWay(List<NetworkFile> networks, FindingSink sink) {
        List<NetworkFile> forwarding = networks.stream()
                .filter(network -> forwards(network, IPV4).isPresent())
                .toList();
        Optional<NetworkFile> other = networks.stream()
                .filter(network -> network.value(IPV4).isEmpty()
                        && network.value("Bridge").isEmpty()
                        && network.value("Bond").isEmpty()
                        && !network.settings().in("Link").isTrue("Unmanaged"))
                .findFirst();
        if (forwarding.size() == 1 && other.isPresent()) {
            Assignment line = forwards(forwarding.getFirst(), IPV4).orElseThrow();
            sink.add(Finding.of(
                            Code.FORWARDING_OF_ONE_LINK,
                            line.span(),
                            IPV4 + "=yes of one link forwards in one direction: packets of other links stay")
                    .also(other.get().span(), "a link that does not forward")
                    .fix("write " + IPV4 + "=yes in [Network] of networkd.conf, or of both .network files"));
        }
    }
}
